package dev.darkroom.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.EventStream;
import dev.darkroom.http.EventStream.Event;
import dev.darkroom.http.MalformedBodyException;
import dev.darkroom.http.MultipartBody;
import dev.darkroom.http.RequestBody;
import dev.darkroom.http.StreamResponse;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads a form with uploads, and describes it in JSON or in a stream of events. */
@Path(EditsResource.PATH)
@DialectEndpoint
@NonBlocking
@IfBuildProperty(name = SampleDialect.ENABLED, stringValue = "true")
public class EditsResource {

    static final String PATH = "/" + SampleDialect.NAME + "/v1/images/edits";
    static final int EVENTS = 4;

    /** How often a client left a stream before its end. */
    static final AtomicInteger CANCELLATIONS = new AtomicInteger();

    /** How many events were requested, all streams together. */
    static final AtomicInteger REQUESTED = new AtomicInteger();

    private final AccessChecks accessChecks;

    EditsResource(AccessChecks accessChecks) {
        this.accessChecks = accessChecks;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public JsonResponse edit(@Context RoutingContext exchange) {
        MultipartBody form = admit(exchange);
        ObjectNode response = Json.object().put("prompt", String.join("|", form.texts("prompt")));
        form.files("image[]").forEach(file -> response.withArray("images")
                .addObject()
                .put("name", file.fileName().orElse(null))
                .put("type", file.mediaType())
                .put("bytes", file.size()));
        return JsonResponse.of(response);
    }

    /** Sends {@link #EVENTS} events. The form sets the pause before each one in milliseconds, and its size. */
    @POST
    @Path("/stream")
    @Consumes(MediaType.WILDCARD)
    public StreamResponse stream(@Context RoutingContext exchange) {
        MultipartBody form = admit(exchange);
        Duration pause =
                Duration.ofMillis(1 + Integer.parseInt(form.texts("pause").get(0)));
        String padding = "x".repeat(Integer.parseInt(form.texts("padding").get(0)));
        Multi<Event> events = Multi.createFrom()
                .range(0, EVENTS)
                .onRequest()
                .invoke(count -> REQUESTED.addAndGet((int) Math.min(count, EVENTS)))
                .onItem()
                .call(index -> Uni.createFrom().voidItem().onItem().delayIt().by(pause))
                .map(index -> Event.of(
                        "image.partial", Json.object().put("index", index).put("padding", padding)))
                .onCancellation()
                .invoke(CANCELLATIONS::incrementAndGet);
        return EventStream.response(events, EVENTS);
    }

    private MultipartBody admit(RoutingContext exchange) {
        RequestContext request = RequestContext.of(exchange);
        RequestBody body = request.body().take(request.contentType());
        accessChecks.admitToTask(request, Optional.empty());
        try {
            if (body instanceof RequestBody.Form form) {
                return form.read();
            }
            throw request.dialect().errors().malformedBody("The body must be a form.");
        } catch (MalformedBodyException e) {
            throw request.dialect().errors().malformedBody(e.getMessage());
        }
    }
}

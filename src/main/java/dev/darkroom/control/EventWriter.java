package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.access.ApiKey;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.control.EventSubscription.Batch;
import dev.darkroom.http.EntityWriter;
import dev.darkroom.http.EventStream;
import dev.darkroom.http.EventStream.Event;
import dev.darkroom.http.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes the events of a subscription until it is closed. The next events are described when the client has received
 * the previous ones, so that a slow client costs no thread and no more memory than its subscription.
 */
@jakarta.ws.rs.ext.Provider
public class EventWriter extends EntityWriter<EventSubscription> {

    private static final byte[] HEARTBEAT = EventStream.comment("Darkroom");

    private final ControlExecutor executor;
    private final Provider<EventDescription> description;
    private final Provider<EventSubscriptions> subscriptions;
    private final Provider<Redaction> redaction;

    /** @param description a provider, as the others, because writers are created before the settings are available */
    EventWriter(
            ControlExecutor executor,
            Provider<EventDescription> description,
            Provider<EventSubscriptions> subscriptions,
            Provider<Redaction> redaction) {
        super(EventSubscription.class);
        this.executor = executor;
        this.description = description;
        this.subscriptions = subscriptions;
        this.redaction = redaction;
    }

    @Override
    public void writeResponse(EventSubscription subscription, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        request.suspend();
        JsonListWriter.endHttp10(request.serverRequest().unwrap(RoutingContext.class));
        context.serverResponse().setChunked(true);
        write(HEARTBEAT, subscription, request);
    }

    private void write(byte[] bytes, EventSubscription subscription, ResteasyReactiveRequestContext request) {
        request.serverResponse().write(bytes).whenComplete((sent, failure) -> {
            if (failure != null) {
                // The client has disconnected.
                subscriptions.get().remove(subscription);
                request.resume();
            } else {
                subscription.whenReady(() -> executor.execute(subscription, () -> writeNext(subscription, request)));
            }
        });
    }

    private void writeNext(EventSubscription subscription, ResteasyReactiveRequestContext request) {
        Batch batch = subscription.next();
        if (!batch.isOver()) {
            write(bytes(batch, subscription.key()), subscription, request);
            return;
        }
        ServerHttpResponse response = request.serverResponse();
        if (!response.closed()) {
            response.end();
        }
        request.resume();
    }

    private byte[] bytes(Batch batch, Optional<ApiKey> key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        batch.events().forEach(event -> bytes.writeBytes(bytes(description.get().describe(event), event.key())));
        if (batch.dropped() > 0) {
            bytes.writeBytes(bytes(description.get().dropped(key, batch.lastDropped(), batch.dropped()), key));
        }
        return bytes.size() == 0 ? HEARTBEAT : bytes.toByteArray();
    }

    private byte[] bytes(ObjectNode json, Optional<ApiKey> key) {
        byte[] masked = redaction.get().with(key).document(Json.write(json));
        return new Event(
                        Optional.of(json.get("type").textValue()),
                        Optional.of(json.get("id").asText()),
                        Optional.empty(),
                        new String(masked, StandardCharsets.UTF_8))
                .bytes();
    }

    @Override
    public void writeTo(
            EventSubscription subscription,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body) {
        throw new UnsupportedOperationException("events are written asynchronously");
    }
}

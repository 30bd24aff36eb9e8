package dev.darkroom.dialect.openai;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskPolling;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PublicId;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** OpenAI's Responses API, as far as it generates images (providers/openai.md §11). */
@Path("/" + OpenAi.NAME + "/v1/responses")
@DialectEndpoint
@NonBlocking
@Consumes(MediaType.WILDCARD)
public class ResponsesResource {

    private final ResponseOperations operations;
    private final AccessChecks accessChecks;
    private final OpenAi dialect;

    ResponsesResource(ResponseOperations operations, AccessChecks accessChecks, OpenAi dialect) {
        this.operations = operations;
        this.accessChecks = accessChecks;
        this.dialect = dialect;
    }

    @POST
    public Uni<Object> create(@Context RoutingContext exchange) {
        return operations.create(RequestContext.of(exchange), dialect.imageSettings(), dialect.backgroundEvents());
    }

    /** @param stream whether to continue the stream of a background response after an event */
    @GET
    @Path("/{id}")
    public Uni<Object> read(
            @Context RoutingContext exchange,
            @PathParam("id") String id,
            @QueryParam("stream") String stream,
            @QueryParam("starting_after") String startingAfter) {
        RequestContext request = RequestContext.of(exchange);
        TaskView task = find(request, id, TaskPolling::poll);
        if (!isStreamed(stream)) {
            return operations.describe(request, dialect.errors(), task);
        }
        if (!StoredResponse.of(task).isBackground()) {
            throw invalid("stream", "Only background responses can be streamed when they are retrieved.");
        }
        return Uni.createFrom().item(operations.stream(request, dialect.errors(), task, number(startingAfter)));
    }

    /** Cancels a background response. One that has ended stays as it is. */
    @POST
    @Path("/{id}/cancel")
    public Uni<Object> cancel(@Context RoutingContext exchange, @PathParam("id") String id) {
        RequestContext request = RequestContext.of(exchange);
        TaskView task = find(request, id, TaskPolling::peek);
        if (!StoredResponse.of(task).isBackground()) {
            throw invalid("id", "Only background responses can be cancelled.");
        }
        Outcome.Fails cancelled = new Outcome.Fails(ResponseJson.CANCELLED, "The response was cancelled.");
        TaskView ended = request.sandbox()
                .orElseThrow()
                .tasks()
                .end(task.id(), cancelled)
                .or(() -> request.sandbox().orElseThrow().task(task.id()))
                .orElse(task);
        request.setReportedTask(ended);
        return operations.describe(request, dialect.errors(), ended);
    }

    /** The task of a response that can be retrieved. */
    private TaskView find(
            RequestContext request, String id, BiFunction<RequestContext, Optional<UUID>, TaskView> reader) {
        Optional<UUID> taskId = PublicIds.parseResponse(id).map(PublicId::id);
        accessChecks.admitToTask(request, taskId);
        TaskView task = reader.apply(request, taskId);
        if (!PublicIds.isResponse(task) || !StoredResponse.of(task).isStored()) {
            throw dialect.errors().unknownTask();
        }
        return task;
    }

    /** @param stream null if the client sent none */
    private static boolean isStreamed(String stream) {
        if (stream == null || stream.equalsIgnoreCase("false")) {
            return false;
        }
        if (!stream.equalsIgnoreCase("true")) {
            throw invalid("stream", "Invalid 'stream'. Expected 'true' or 'false'.");
        }
        return true;
    }

    private static int number(String startingAfter) {
        if (startingAfter == null) {
            return -1;
        }
        if (!startingAfter.matches("[0-9]{1,9}")) {
            throw invalid("starting_after", "Invalid 'starting_after'. Expected the sequence number of an event.");
        }
        return Integer.parseInt(startingAfter);
    }

    private static RuntimeException invalid(String param, String message) {
        return ErrorCode.INVALID_VALUE.about(param, message).toException();
    }
}

package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.SandboxTasks;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The tasks of a sandbox, and requests that complete, fail, hold or release one. */
@Path("/_darkroom/tasks")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class TasksResource {

    private static final List<String> FAILURE_FIELDS = List.of("code", "message");

    private final ControlScope scope;
    private final Dialects dialects;
    private final ItemRedaction redaction;
    private final TaskImages images;

    TasksResource(ControlScope scope, Dialects dialects, ItemRedaction redaction, TaskImages images) {
        this.scope = scope;
        this.dialects = dialects;
        this.redaction = redaction;
        this.images = images;
    }

    /**
     * The tasks of the sandbox, oldest first. Without a key, those of all sandboxes. The response's {@code next_cursor}
     * selects the next page.
     */
    @GET
    public JsonList list(
            @Context HttpHeaders headers,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        Optional<TaskStatus> statusFilter = EnumNames.parameter("status", status, TaskStatus.values());
        return new PageRequest("tasks", cursor, limit)
                .render(
                        scope.visibleSandboxes(headers),
                        (sandbox, id) -> sandbox.task(id).isPresent(),
                        (sandbox, after, max) -> sandbox.tasks().list(statusFilter, after, max).stream()
                                .map(task -> describe(task, sandbox))
                                .toList(),
                        redaction::apply);
    }

    @GET
    @Path("/{id}")
    public byte[] read(@Context HttpHeaders headers, @PathParam("id") String id) {
        Sandbox sandbox = scope.sandbox(headers);
        return Json.write(describe(find(sandbox, id), sandbox));
    }

    /** An image of a completed task, whatever the faults of the sandbox, and however long ago the task ended. */
    @GET
    @Path("/{id}/images/{index}")
    @Produces(MediaType.WILDCARD)
    public Uni<Response> image(
            @Context RoutingContext exchange,
            @Context Request request,
            @Context HttpHeaders headers,
            @PathParam("id") String id,
            @PathParam("index") String index) {
        Sandbox sandbox = scope.sandbox(headers);
        return images.read(sandbox, find(sandbox, id), index, exchange, request, headers);
    }

    @POST
    @Path("/{id}/complete")
    public byte[] complete(@Context HttpHeaders headers, @PathParam("id") String id) {
        return change(headers, id, (tasks, task) -> tasks.end(task, new Outcome.Completes()));
    }

    /** The body may have a {@code code} of the task's dialect and a {@code message}; it may be empty. */
    @POST
    @Path("/{id}/fail")
    public byte[] fail(@Context HttpHeaders headers, @PathParam("id") String id, byte[] json) {
        ControlBody body = ControlBody.readOptional(json, FAILURE_FIELDS);
        TaskView task = find(scope.sandbox(headers), id);
        Dialect dialect = dialects.named(task.spec().dialect());
        Outcome.Fails failure = dialect.failure(body.code("code"), body.string("message"))
                .orElseThrow(() -> body.invalid(
                        "code",
                        "Use one of: " + String.join(", ", dialect.profile().errorCodes()) + "."));
        return change(headers, id, (tasks, taskId) -> tasks.end(taskId, failure));
    }

    @POST
    @Path("/{id}/hold")
    public byte[] hold(@Context HttpHeaders headers, @PathParam("id") String id) {
        return change(headers, id, SandboxTasks::hold);
    }

    @POST
    @Path("/{id}/release")
    public byte[] release(@Context HttpHeaders headers, @PathParam("id") String id) {
        return change(headers, id, SandboxTasks::release);
    }

    private byte[] change(HttpHeaders headers, String id, BiFunction<SandboxTasks, UUID, Optional<TaskView>> action) {
        Sandbox sandbox = scope.sandbox(headers);
        TaskView task = find(sandbox, id);
        TaskView changed = action.apply(sandbox.tasks(), task.id())
                .orElseThrow(() -> ControlException.conflict("The task has already finished."));
        return Json.write(describe(changed, sandbox));
    }

    private static TaskView find(Sandbox sandbox, String id) {
        return sandbox.task(Parameters.taskId("id", id))
                .orElseThrow(() -> ControlException.notFound("This sandbox has no task with this id."));
    }

    private ObjectNode describe(TaskView task, Sandbox sandbox) {
        return TaskDescription.of(task, sandbox, dialects);
    }
}

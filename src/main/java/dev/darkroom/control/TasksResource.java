package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.dialect.Dialect;
import dev.darkroom.dialect.Dialects;
import dev.darkroom.dialect.Json;
import dev.darkroom.dialect.TaskIds;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The tasks of a sandbox, and a hand on each of them. */
@Path("/_darkroom/tasks")
@Guarded
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class TasksResource {

    private static final int MAX_LIMIT = 1000;
    private static final List<String> FAILURE_FIELDS = List.of("code", "message");

    private final Callers callers;
    private final Dialects dialects;

    TasksResource(Callers callers, Dialects dialects) {
        this.callers = callers;
        this.dialects = dialects;
    }

    /** Oldest first in each sandbox; {@code next_cursor} asks for the page after this one. Without a key, of all sandboxes. */
    @GET
    public byte[] list(
            @Context HttpHeaders headers,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        Optional<TaskStatus> wanted = Optional.ofNullable(status).map(TasksResource::status);
        Optional<UUID> after = Optional.ofNullable(cursor).map(c -> uuid("cursor", c));
        int most = Parameters.number("limit", limit, 1, MAX_LIMIT);
        ArrayNode page = Json.object().putArray("tasks");
        boolean reached = after.isEmpty();
        for (Sandbox sandbox : callers.visible(headers)) {
            if (reached || sandbox.task(after.get()).isPresent()) {
                Optional<UUID> start = reached ? Optional.empty() : after;
                sandbox.tasks(wanted, start, most - page.size())
                        .forEach(task -> page.add(TaskDescription.of(task, sandbox)));
                reached = true;
            }
        }
        if (!reached) {
            throw ControlError.invalidField("cursor", "This task is not kept any more; start over without a cursor.");
        }
        String next = page.size() == most ? page.get(most - 1).get("id").textValue() : null;
        return Json.write(Json.object().<ObjectNode>set("tasks", page).put("next_cursor", next));
    }

    @GET
    @Path("/{id}")
    public byte[] read(@Context HttpHeaders headers, @PathParam("id") String id) {
        Sandbox sandbox = callers.sandbox(headers);
        return Json.write(TaskDescription.of(find(sandbox, id), sandbox));
    }

    @POST
    @Path("/{id}/complete")
    public byte[] complete(@Context HttpHeaders headers, @PathParam("id") String id) {
        return move(headers, id, (sandbox, task) -> sandbox.end(task, new Outcome.Completes()));
    }

    /** The body may have a {@code code} of the task's dialect and a {@code message}; it may be empty. */
    @POST
    @Path("/{id}/fail")
    public byte[] fail(@Context HttpHeaders headers, @PathParam("id") String id, byte[] json) {
        ControlBody body = ControlBody.readOptional(json, FAILURE_FIELDS);
        TaskView task = find(callers.sandbox(headers), id);
        Dialect dialect = dialects.named(task.spec().dialect());
        Outcome.Fails failure = dialect.failure(body.string("code"), body.string("message"))
                .orElseThrow(
                        () -> body.invalid("code", "Use one of: " + String.join(", ", dialect.errorCodes()) + "."));
        return move(headers, id, (sandbox, taskId) -> sandbox.end(taskId, failure));
    }

    @POST
    @Path("/{id}/hold")
    public byte[] hold(@Context HttpHeaders headers, @PathParam("id") String id) {
        return move(headers, id, Sandbox::hold);
    }

    @POST
    @Path("/{id}/release")
    public byte[] release(@Context HttpHeaders headers, @PathParam("id") String id) {
        return move(headers, id, Sandbox::release);
    }

    private byte[] move(HttpHeaders headers, String id, BiFunction<Sandbox, UUID, Optional<TaskView>> hand) {
        Sandbox sandbox = callers.sandbox(headers);
        TaskView task = find(sandbox, id);
        TaskView moved = hand.apply(sandbox, task.id())
                .orElseThrow(() -> ControlError.conflict("The task is finished already."));
        return Json.write(TaskDescription.of(moved, sandbox));
    }

    private static TaskView find(Sandbox sandbox, String id) {
        return sandbox.task(uuid("id", id))
                .orElseThrow(() -> ControlError.notFound("This sandbox has no task with this id."));
    }

    private static UUID uuid(String field, String text) {
        return TaskIds.parse(text).orElseThrow(() -> ControlError.invalidField(field, "It must be the id of a task."));
    }

    private static TaskStatus status(String word) {
        return Words.find(word, TaskStatus.values())
                .orElseThrow(() -> ControlError.invalidField("status", Words.hint(TaskStatus.values())));
    }
}

package dev.darkroom.control;

import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.Redelivery;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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

/**
 * The callbacks of a sandbox, with every attempt. The first callback of a task has the task's id. Further ones, which
 * only webhooks cause, have their own.
 */
@Path("/_darkroom/callbacks")
@ControlSecured
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class CallbacksResource {

    private static final String NO_CALLBACK =
            "This task has no callback: its request set no callback URL, its sandbox has no webhook for it, or it has not"
                    + " ended yet.";

    private final ControlScope scope;
    private final CallbackRequestDescription descriptions;
    private final ItemRedaction redaction;

    CallbacksResource(ControlScope scope, CallbackRequestDescription descriptions, ItemRedaction redaction) {
        this.scope = scope;
        this.descriptions = descriptions;
        this.redaction = redaction;
    }

    /**
     * The callbacks of the sandbox, in the order in which their tasks ended. Without a key, those of all sandboxes, one
     * sandbox after another.
     */
    @GET
    public JsonList list(
            @Context HttpHeaders headers,
            @QueryParam("state") String state,
            @QueryParam("task_id") String taskId,
            @QueryParam("detail") String detail,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        Optional<CallbackState> stateFilter = EnumNames.parameter("state", state, CallbackState.values());
        Optional<UUID> task = Optional.ofNullable(taskId).map(id -> Parameters.taskId("task_id", id));
        Detail shown = Detail.read(detail);
        return new PageRequest("callbacks", cursor, limit)
                .render(
                        scope.visibleSandboxes(headers),
                        (sandbox, id) -> sandbox.callbacks().find(id).isPresent(),
                        (sandbox, after, max) -> task
                                .map(id -> ofTask(sandbox, id, stateFilter, after, max))
                                .orElseGet(() -> sandbox.callbacks().list(stateFilter, after, max))
                                .stream()
                                .map(callback -> descriptions.of(callback, sandbox, shown))
                                .toList(),
                        redaction::apply);
    }

    private static List<CallbackView> ofTask(
            Sandbox sandbox, UUID task, Optional<CallbackState> state, Optional<UUID> after, int max) {
        List<CallbackView> all = sandbox.callbacks().ofTask(task);
        int first = 1
                + after.map(id -> all.stream().map(CallbackView::id).toList().indexOf(id))
                        .orElse(-1);
        return all.stream()
                .skip(first)
                .filter(callback -> state.isEmpty() || state.get() == callback.state())
                .limit(max)
                .toList();
    }

    @GET
    @Path("/{id}")
    public byte[] read(@Context HttpHeaders headers, @PathParam("id") String id) {
        Sandbox sandbox = scope.sandbox(headers);
        CallbackView callback = sandbox.callbacks()
                .find(Parameters.taskId("id", id))
                .orElseThrow(() -> ControlException.notFound(NO_CALLBACK));
        return Json.write(descriptions.of(callback, sandbox, Detail.FULL));
    }

    /** Makes one more attempt, and responds when it has a result. */
    @POST
    @Path("/{id}/redeliver")
    public Uni<byte[]> redeliver(@Context HttpHeaders headers, @PathParam("id") String id) {
        Sandbox sandbox = scope.sandbox(headers);
        UUID callbackId = Parameters.taskId("id", id);
        return Uni.createFrom().emitter(emitter -> {
            Redelivery redelivery = sandbox.callbacks()
                    .redeliver(
                            callbackId,
                            callback -> emitter.complete(Json.write(descriptions.of(callback, sandbox, Detail.FULL))));
            switch (redelivery) {
                case STARTED -> {}
                case IN_FLIGHT -> emitter.fail(ControlException.conflict("An attempt is already in progress."));
                case UNKNOWN -> emitter.fail(ControlException.notFound(NO_CALLBACK));
            }
        });
    }
}

package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialects;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.CallbackView.PastAttempt;
import dev.darkroom.http.json.Json;
import dev.darkroom.journal.Exchange;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.SandboxEvent;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.TaskView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Events in the control API's JSON. */
@ApplicationScoped
class EventDescription {

    private final Sandboxes sandboxes;
    private final Dialects dialects;

    EventDescription(Sandboxes sandboxes, Dialects dialects) {
        this.sandboxes = sandboxes;
        this.dialects = dialects;
    }

    /** The field {@code type} is also the name of the event. */
    ObjectNode describe(SandboxEvent event) {
        Optional<Sandbox> sandbox = event.key().flatMap(sandboxes::find);
        if (event.detail() instanceof SandboxEvent.TaskCreated created) {
            return task(event, "task_created", created.task().createdAt(), created.task(), sandbox);
        }
        if (event.detail() instanceof SandboxEvent.TaskMoved moved) {
            return task(event, "task_moved", moved.at(), moved.task(), sandbox).put("from", EnumNames.of(moved.from()));
        }
        if (event.detail() instanceof SandboxEvent.ExchangeRecorded recorded) {
            return exchange(event, recorded.exchange(), sandbox);
        }
        if (event.detail() instanceof SandboxEvent.AttemptEnded ended) {
            return attempt(event, ended.callback(), sandbox);
        }
        if (event.detail() instanceof SandboxEvent.FaultInjected injected) {
            return withTask(
                    head(event, "fault_injected", injected.at())
                            .put("fault", injected.name())
                            .put("operation", EnumNames.of(injected.operation())),
                    injected.taskId(),
                    sandbox);
        }
        if (event.detail() instanceof SandboxEvent.SandboxRemoved removed) {
            return head(event, "sandbox_removed", removed.at());
        }
        SandboxEvent.ClockMoved moved = (SandboxEvent.ClockMoved) event.detail();
        return head(event, "clock_moved", moved.now())
                .put("now", moved.now().toString())
                .put("frozen", moved.isFrozen())
                .set("scale", Json.number(moved.scale()));
    }

    /** An event that tells a slow client how many events it has lost. */
    ObjectNode dropped(Optional<ApiKey> key, long lastDropped, long count) {
        return head("dropped", lastDropped, key).put("count", count);
    }

    private ObjectNode task(SandboxEvent event, String type, Instant at, TaskView task, Optional<Sandbox> sandbox) {
        ObjectNode json = withTask(head(event, type, at), Optional.of(task.id()), sandbox)
                .put("public_id", dialects.publicId(task))
                .put("status", EnumNames.of(task.status()))
                .put("held", task.isHeld());
        sandbox.ifPresent(owner -> json.set("task", TaskDescription.of(task, owner, dialects)));
        return json;
    }

    private ObjectNode exchange(SandboxEvent event, Exchange exchange, Optional<Sandbox> sandbox) {
        ObjectNode json = head(event, "exchange", exchange.at())
                .put("number", exchange.number())
                .put("dialect", exchange.dialect())
                .put("operation", exchange.operation().map(EnumNames::of).orElse(null))
                .put("method", exchange.request().method())
                .put("path", exchange.request().path())
                .put("status", exchange.response().status())
                .put("whole", exchange.response().isComplete())
                .put("duration_ms", exchange.duration().toNanos() / 1000 / 1000.0)
                .put("fault", exchange.details().fault().orElse(null))
                .put(
                        "task_status",
                        exchange.details().reportedStatus().map(EnumNames::of).orElse(null));
        exchange.details().warnings().forEach(json.putArray("warnings")::add);
        return withTask(json, exchange.details().taskId(), sandbox);
    }

    private ObjectNode attempt(SandboxEvent event, CallbackView callback, Optional<Sandbox> sandbox) {
        PastAttempt last = callback.attempts().get(callback.attempts().size() - 1);
        ObjectNode json = head(event, "callback_attempt", last.at())
                .put("url", callback.url())
                .put("state", EnumNames.of(callback.state()));
        callback.event().ifPresent(name -> json.put("callback_id", callback.id().toString())
                .put("event", name));
        CallbackDescription.describe(last, json);
        return withTask(json, Optional.of(callback.taskId()), sandbox);
    }

    private ObjectNode withTask(ObjectNode json, Optional<UUID> task, Optional<Sandbox> sandbox) {
        return json.put("task_id", task.map(UUID::toString).orElse(null))
                .put(
                        "public_id",
                        sandbox.flatMap(owner -> task.flatMap(owner::task))
                                .map(dialects::publicId)
                                .orElse(null));
    }

    private static ObjectNode head(SandboxEvent event, String type, Instant at) {
        return head(type, event.id(), event.key()).put("at", at.toString());
    }

    private static ObjectNode head(String type, long id, Optional<ApiKey> key) {
        return Json.object()
                .put("type", type)
                .put("id", id)
                .put("sandbox", key.map(ApiKey::handle).orElse(null))
                .put("key", key.map(ApiKey::masked).orElse(null));
    }
}

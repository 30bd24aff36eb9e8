package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialects;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.CallbackView.PastAttempt;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A callback in the control API's JSON. */
final class CallbackDescription {

    private CallbackDescription() {}

    static ObjectNode of(CallbackView callback, Sandbox sandbox, Dialects dialects) {
        Optional<TaskView> task = sandbox.task(callback.taskId());
        ObjectNode json = Json.object()
                .put("id", callback.id().toString())
                .put("public_id", task.map(dialects::publicId).orElse(null))
                .put("sandbox", sandbox.key().masked())
                .put("url", callback.url())
                .put("state", EnumNames.of(callback.state()))
                .put(
                        "next_attempt_at",
                        callback.nextAttempt().map(Instant::toString).orElse(null));
        callback.postponedBy().ifPresent(fault -> json.put("held_by", fault));
        callback.event().ifPresent(event -> json.put(
                        "task_id", callback.taskId().toString())
                .put("event", event)
                .put(
                        "webhook_id",
                        task.flatMap(t -> messageId(callback.id(), t, dialects)).orElse(null)));
        ArrayNode attempts = json.putArray("attempts");
        callback.attempts().forEach(attempt -> attempts.add(describe(attempt, Json.object())));
        return json;
    }

    private static Optional<String> messageId(UUID delivery, TaskView task, Dialects dialects) {
        return dialects.named(task.spec().dialect())
                .callbackFormat()
                .flatMap(format -> format.messageId(delivery, task));
    }

    /** Adds an attempt and its result to an object. */
    static ObjectNode describe(PastAttempt attempt, ObjectNode json) {
        json.put("number", attempt.number()).put("at", attempt.at().toString());
        attempt.fault().ifPresent(fault -> json.put("fault", fault));
        attempt.result().ifPresentOrElse(result -> describe(result, json), () -> json.put("result", "under_way"));
        return json;
    }

    private static void describe(AttemptResult result, ObjectNode json) {
        if (result instanceof AttemptResult.Responded response) {
            json.put("result", result.isDelivered() ? "delivered" : "refused").put("status", response.status());
        } else if (result instanceof AttemptResult.Lost) {
            json.put("result", "lost");
        } else if (result instanceof AttemptResult.Forbidden forbidden) {
            json.put("result", "forbidden").put("reason", forbidden.reason());
        } else {
            json.put("result", "unanswered").put("reason", ((AttemptResult.NoResponse) result).reason());
        }
    }
}

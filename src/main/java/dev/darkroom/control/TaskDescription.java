package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.Plan;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import java.time.Instant;

/** A task in the control API's JSON, including its planned outcome. */
final class TaskDescription {

    private TaskDescription() {}

    static ObjectNode of(TaskView task, Sandbox sandbox, Dialects dialects) {
        TaskSpec spec = task.spec();
        Instant now = sandbox.now();
        ObjectNode json = Json.object()
                .put("id", task.id().toString())
                .put("sandbox", sandbox.key().masked())
                .put("dialect", spec.dialect())
                .put("status", EnumNames.of(task.status()))
                .put("held", task.isHeld())
                .put("model", spec.model())
                .put("mode", spec.mode())
                .put("prompt", spec.prompt())
                .put("references", spec.references().count())
                .put("images", task.imageCount())
                .put("format", EnumNames.of(spec.image().output().format()))
                .put("size", spec.image().size().toString())
                .set("price", Json.number(spec.price()));
        json.put("public_id", dialects.publicId(task))
                .put("callback_url", spec.callback().orElse(null))
                .put("created_at", task.createdAt().toString())
                .put("starts_at", instant(task, task.plan().startsAt(), now))
                .put("ends_at", instant(task, task.plan().endsAt(), now));
        json.put("fault", task.fault().orElse(null));
        ObjectNode outcome = json.putObject("outcome");
        if (task.plan().outcome() instanceof Outcome.Fails failure) {
            outcome.put("status", "failed").put("code", failure.code()).put("message", failure.message());
        } else {
            outcome.put("status", "completed");
        }
        return json;
    }

    /** Null when time alone does not lead there: the task is held, or the instant is {@link Plan#NEVER}. */
    private static String instant(TaskView task, Instant instant, Instant now) {
        boolean isStopped = task.isHeld() && instant.isAfter(now);
        return isStopped || instant.equals(Plan.NEVER) ? null : instant.toString();
    }
}

package dev.darkroom.dialect.aigenerate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Writes the record of a task (providers/aigenerate.md §3), which polls and webhooks share. */
@Singleton
class Records {

    private final Envelope envelope;
    private final boolean isMissingResultNull;

    Records(Envelope envelope, AiGenerateConfig config) {
        this.envelope = envelope;
        this.isMissingResultNull = config.nullResult();
    }

    /**
     * @param now the sandbox's time
     * @param baseUrl the base of image URLs, as the recipient of the JSON reaches the server
     */
    byte[] write(TaskView task, Instant now, String baseUrl) {
        State state = State.of(task, now);
        ObjectNode record = Json.object()
                .put("taskId", JobId.of(task))
                .put("model", task.spec().model())
                .put("state", state.wireName())
                .put("param", task.spec().requestBody())
                .put("resultJson", state == State.SUCCESS ? result(task, baseUrl) : isMissingResultNull ? null : "");
        addFailure(record, task);
        addCompletion(record, task);
        record.put("createTime", task.createdAt().toEpochMilli())
                .put("updateTime", state.since(task).toEpochMilli());
        return envelope.success(record);
    }

    private static void addFailure(ObjectNode record, TaskView task) {
        if (task.status().isFinished() && task.plan().outcome() instanceof Outcome.Fails failure) {
            record.put("failCode", failure.code()).put("failMsg", failure.message());
        } else {
            record.putNull("failCode").putNull("failMsg");
        }
    }

    private static void addCompletion(ObjectNode record, TaskView task) {
        if (task.status().isFinished()) {
            long completedAt = task.finishedAt().toEpochMilli();
            record.put("costTime", completedAt - task.createdAt().toEpochMilli())
                    .put("completeTime", completedAt);
        } else {
            record.putNull("costTime").putNull("completeTime");
        }
    }

    /** The result, as a JSON string that itself holds JSON. */
    private static String result(TaskView task, String baseUrl) {
        ObjectNode result = Json.object();
        ArrayNode urls = result.putArray("resultUrls");
        if (((Outcome.Completes) task.plan().outcome()).hasOutput()) {
            urls.add(baseUrl + FileResource.path(task));
        }
        return new String(Json.write(result), UTF_8);
    }
}

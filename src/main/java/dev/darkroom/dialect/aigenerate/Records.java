package dev.darkroom.dialect.aigenerate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The record of a task (providers/aigenerate.md §3), the same in a poll and in a webhook. */
@Singleton
class Records {

    private final Envelope envelope;
    private final boolean nullsResult;

    Records(Envelope envelope, AiGenerateConfig config) {
        this.envelope = envelope;
        this.nullsResult = config.nullResult();
    }

    /**
     * @param now when it is told
     * @param baseUrl where whoever reads this reaches the server
     */
    byte[] write(TaskView task, Instant now, String baseUrl) {
        State state = State.of(task, now);
        ObjectNode record = Json.object()
                .put("taskId", JobId.of(task))
                .put("model", task.spec().model())
                .put("state", state.wireName())
                .put("param", task.spec().sent())
                .put("resultJson", state == State.SUCCESS ? result(task, baseUrl) : nullsResult ? null : "");
        addFailure(record, task);
        addEnd(record, task);
        record.put("createTime", task.createdAt().toEpochMilli())
                .put("updateTime", state.since(task).toEpochMilli());
        return envelope.success(record);
    }

    private static void addFailure(ObjectNode record, TaskView task) {
        if (task.status().isFinished() && task.plan().outcome() instanceof Outcome.Fails reason) {
            record.put("failCode", reason.code()).put("failMsg", reason.message());
        } else {
            record.putNull("failCode").putNull("failMsg");
        }
    }

    private static void addEnd(ObjectNode record, TaskView task) {
        if (task.status().isFinished()) {
            long completed = task.finishedAt().toEpochMilli();
            record.put("costTime", completed - task.createdAt().toEpochMilli()).put("completeTime", completed);
        } else {
            record.putNull("costTime").putNull("completeTime");
        }
    }

    /** JSON in a text in JSON. */
    private static String result(TaskView task, String baseUrl) {
        ObjectNode result = Json.object();
        ArrayNode urls = result.putArray("resultUrls");
        if (((Outcome.Completes) task.plan().outcome()).hasOutput()) {
            urls.add(baseUrl + FileResource.path(task));
        }
        return new String(Json.write(result), UTF_8);
    }
}

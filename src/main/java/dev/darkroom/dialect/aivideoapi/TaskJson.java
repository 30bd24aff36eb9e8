package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.TaskIds;
import dev.darkroom.http.json.Json;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The task object (seeds/001: Query Task), the same in a poll and in a callback. */
final class TaskJson {

    /** The date in the path of an image, as in the page's example: {@code images/2026/04/05/abc123.png}. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    private TaskJson() {}

    /** @param baseUrl the start of image URLs: where the recipient of the JSON reaches the server */
    static byte[] write(TaskView task, String baseUrl) {
        ObjectNode json = Json.object()
                .put("id", task.id().toString())
                .put("status", status(task))
                .put("model", task.spec().model())
                .put("created_at", task.createdAt().getEpochSecond());
        switch (task.status()) {
            case PENDING, PROCESSING -> json.putNull("progress");
            case COMPLETED -> putOutput(json, task, imageUrl(task, baseUrl));
            case FAILED -> putError(json, (Outcome.Fails) task.plan().outcome());
        }
        return Json.write(json);
    }

    static String status(TaskView task) {
        return switch (task.status()) {
            case PENDING -> "pending";
            case PROCESSING -> "processing";
            case COMPLETED -> "completed";
            case FAILED -> "failed";
        };
    }

    /** In the metadata, {@code model} is the mode, and {@code costTime} is the number of seconds that the task took. */
    private static void putOutput(ObjectNode json, TaskView task, String imageUrl) {
        long completedAt = task.finishedAt().getEpochSecond();
        json.put("completed_at", completedAt);
        ObjectNode output = json.putObject("output");
        ArrayNode urls = output.putArray("urls");
        if (((Outcome.Completes) task.plan().outcome()).hasOutput()) {
            urls.add(imageUrl);
        }
        output.putObject("metadata")
                .put("model", task.spec().mode())
                .put("costTime", completedAt - task.createdAt().getEpochSecond());
    }

    private static void putError(ObjectNode json, Outcome.Fails failure) {
        json.putObject("error").put("code", failure.code()).put("message", failure.message());
    }

    private static String imageUrl(TaskView task, String baseUrl) {
        String name = TaskIds.hex(task.publicId());
        return baseUrl + "/images/" + DATE.format(task.finishedAt()) + "/" + name + "."
                + task.spec().image().output().format().extension();
    }
}

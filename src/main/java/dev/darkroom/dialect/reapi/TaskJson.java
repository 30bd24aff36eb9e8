package dev.darkroom.dialect.reapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.TaskIds;
import dev.darkroom.http.json.Json;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;

/** The task object (providers/reapi.md §4 and §5). The first status is processing. */
final class TaskJson {

    private TaskJson() {}

    /** The response to a submit request, which has no output and no error yet. */
    static byte[] submitted(TaskView task) {
        return Json.write(head(task, "processing"));
    }

    /** @param baseUrl the base of image URLs, as the recipient of the JSON reaches the server */
    static byte[] write(TaskView task, String baseUrl) {
        ObjectNode json = head(task, status(task.status()));
        if (task.status() == TaskStatus.COMPLETED) {
            addImageUrls(json.putObject("output").putArray("image_urls"), task, baseUrl);
        } else {
            json.putNull("output");
        }
        if (task.status() == TaskStatus.FAILED) {
            Outcome.Fails failure = (Outcome.Fails) task.plan().outcome();
            json.putObject("error")
                    .put("code", Integer.parseInt(failure.code()))
                    .put("message", failure.message());
        } else {
            json.putNull("error");
        }
        return Json.write(json);
    }

    private static ObjectNode head(TaskView task, String status) {
        return Json.object()
                .put("id", ReApiTaskIds.write(task))
                .put("model", task.spec().model())
                .put("status", status)
                .put("created_at", task.createdAt().getEpochSecond());
    }

    private static String status(TaskStatus status) {
        return switch (status) {
            case PENDING, PROCESSING -> "processing";
            case COMPLETED -> "completed";
            case FAILED -> "failed";
        };
    }

    private static void addImageUrls(ArrayNode urls, TaskView task, String baseUrl) {
        if (!((Outcome.Completes) task.plan().outcome()).hasOutput()) {
            return;
        }
        String folder = baseUrl + "/media/tasks/" + TaskIds.hex(task.publicId()) + "/";
        String extension = "." + task.spec().image().output().format().extension();
        for (int i = 0; i < task.spec().count(); i++) {
            urls.add(folder + i + extension);
        }
    }
}

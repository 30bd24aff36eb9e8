package dev.darkroom.dialect.getimg;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import java.time.Duration;

/** The response to a generation (providers/getimg.md §4). */
final class GenerationJson {

    private GenerationJson() {}

    /**
     * @param sandboxHandle part of the secret that signs the download URL
     * @param lifetime how long the image can be downloaded after the task has finished
     */
    static ObjectNode of(TaskView task, String sandboxHandle, Duration lifetime) {
        ObjectNode json = Json.object()
                .put("id", RequestIds.of(task))
                .put("status", "completed")
                .put("model", task.spec().model());
        ArrayNode data = json.putArray("data");
        if (((Outcome.Completes) task.plan().outcome()).hasOutput()) {
            Download download = Download.of(task, lifetime);
            data.add(image(task.spec(), download, download.path(Download.secret(task, sandboxHandle))));
        }
        json.putObject("usage")
                .<ObjectNode>set("total_cost", Json.number(task.spec().price()))
                .put("billable_unit", Model.BILLABLE_UNIT)
                .<ObjectNode>set("unit_price", Json.number(task.spec().price()))
                .put("quantity", task.spec().count());
        return json;
    }

    private static ObjectNode image(TaskSpec spec, Download download, String path) {
        ImageSpec imageSpec = spec.image();
        return Json.object()
                .put("url", spec.baseUrl() + path)
                .put("width", imageSpec.size().width())
                .put("height", imageSpec.size().height())
                .put("mime_type", imageSpec.output().format().mediaType())
                .put("deletes_at", Times.text(download.deletesAt()));
    }
}

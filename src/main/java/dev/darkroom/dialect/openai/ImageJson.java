package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.image.ImageFile;
import dev.darkroom.task.TaskView;
import java.util.List;

/** The response to a request for images (providers/openai.md §5), with its fields in the vendor's order. */
final class ImageJson {

    private ImageJson() {}

    /** @param images in the order of their indexes */
    static ObjectNode withImages(ImageJob job, TaskView task, List<ImageFile> images) {
        ObjectNode json = head(job, task);
        ArrayNode data = json.putArray("data");
        images.forEach(image -> data.addObject().put("b64_json", image.bytes()));
        return withTail(json, job);
    }

    /** A response with URLs, as some relays send it. */
    static ObjectNode withUrls(ImageJob job, TaskView task, List<String> urls) {
        ObjectNode json = head(job, task);
        ArrayNode data = json.putArray("data");
        urls.forEach(url -> data.addObject().put("url", url));
        return withTail(json, job);
    }

    private static ObjectNode head(ImageJob job, TaskView task) {
        return Json.object()
                .put("created", task.finishedAt().getEpochSecond())
                .put("background", job.options().background().wireName());
    }

    private static ObjectNode withTail(ObjectNode json, ImageJob job) {
        ImageOptions options = job.options();
        json.put("output_format", options.format().wireName())
                .put("quality", options.quality().wireName())
                .put("size", options.size().toString());
        json.set("usage", job.tokens().usage());
        return json;
    }
}

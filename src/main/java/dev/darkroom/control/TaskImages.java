package dev.darkroom.control;

import dev.darkroom.api.Dialects;
import dev.darkroom.api.image.ImageDelivery;
import dev.darkroom.api.image.ImageResponse;
import dev.darkroom.http.BrowserProtection;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.RejectedExecutionException;

/** The images of a task, whatever the faults of the sandbox, and however long ago the task ended. */
@Singleton
class TaskImages {

    private final Dialects dialects;
    private final ImageDelivery images;

    TaskImages(Dialects dialects, ImageDelivery images) {
        this.dialects = dialects;
        this.images = images;
    }

    /**
     * The response with an image, which another thread draws.
     *
     * @param index the index of the image in its task, from 0
     * @throws ControlException when the task has no such image
     */
    Uni<Response> read(
            Sandbox sandbox,
            TaskView task,
            String index,
            RoutingContext exchange,
            Request request,
            HttpHeaders headers) {
        int number = index(index);
        if (number >= task.imageCount()) {
            throw ControlException.notFound(absence(task));
        }
        BrowserProtection.forbidScripts(exchange.response().headers());
        return images.preview(sandbox, task, dialects.publicId(task), number)
                .map(file -> ImageResponse.of(file, request, headers))
                .onFailure(RejectedExecutionException.class)
                .transform(rejected -> ControlException.unavailable(
                        "Too many images of this sandbox are waiting to be drawn. Try again."));
    }

    private static int index(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw ControlException.invalidField("index", "It must be the number of an image, from 0.");
        }
        return Integer.parseInt(text);
    }

    private static String absence(TaskView task) {
        if (task.status() != TaskStatus.COMPLETED) {
            return "This task has no image: its status is " + EnumNames.of(task.status()) + ".";
        }
        return task.imageCount() == 0
                ? "This task has no image: a fault has removed it."
                : "This task has no image with this index. The last index is " + (task.imageCount() - 1) + ".";
    }
}

package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.image.ImageName;
import dev.darkroom.image.Placeholder;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * Draws a picture whenever it is asked for; nothing is stored. The day in the path is the vendor's manner and says
 * nothing that the name does not.
 */
@Path("/" + AiVideoApi.NAME + "/images/{year}/{month}/{day}/{name}.png")
@Blocking
public class ImageResource {

    private final Sandboxes sandboxes;
    private final Duration life;

    ImageResource(Sandboxes sandboxes, AiVideoApiConfig config) {
        this.sandboxes = sandboxes;
        this.life = config.urlExpiry();
    }

    @GET
    public Response read(@PathParam("name") String name) {
        TaskView task = find(name)
                .orElseThrow(() -> ApiError.ofStatus(404, "There is no such picture, or its URL has expired."));
        byte[] png = new Placeholder(task.spec().size(), task.id() + task.spec().prompt()).png();
        return Response.ok(png, "image/png").build();
    }

    private Optional<TaskView> find(String name) {
        return ImageName.parse(name)
                .flatMap(image -> sandboxes.withTag(image.sandboxTag()).flatMap(s -> find(image, s)));
    }

    private Optional<TaskView> find(ImageName image, Sandbox sandbox) {
        return sandbox.task(image.taskId())
                .filter(task -> task.status() == TaskStatus.COMPLETED)
                .filter(task -> sandbox.now().isBefore(task.finishedAt().plus(life)));
    }
}

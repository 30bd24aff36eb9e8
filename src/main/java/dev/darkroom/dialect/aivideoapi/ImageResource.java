package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.image.ImageName;
import dev.darkroom.image.Placeholder;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Draws a picture whenever it is asked for; nothing is stored. The day in the path is the vendor's manner and says
 * nothing that the name does not.
 */
@Path("/" + AiVideoApi.NAME + "/images/{year}/{month}/{day}/{name}.png")
@Blocking
public class ImageResource {

    private final Sandboxes sandboxes;

    ImageResource(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    @GET
    public Response read(@PathParam("name") String name) {
        TaskView task = find(name)
                .filter(t -> t.status() == TaskStatus.COMPLETED)
                .orElseThrow(() -> ApiError.ofStatus(404, "There is no such picture."));
        byte[] png = new Placeholder(task.spec().size(), task.id() + task.spec().prompt()).png();
        return Response.ok(png, "image/png").build();
    }

    private Optional<TaskView> find(String name) {
        return ImageName.parse(name)
                .flatMap(image -> sandboxes.withTag(image.sandboxTag()).flatMap(s -> s.task(image.taskId())));
    }
}

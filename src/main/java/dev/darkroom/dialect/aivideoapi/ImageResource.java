package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.dialect.PictureAnswer;
import dev.darkroom.image.ImageName;
import dev.darkroom.image.Pictures;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * Draws a picture when it is asked for. The day in the path is the vendor's manner and says nothing that the name does
 * not.
 */
@Path("/" + AiVideoApi.NAME + "/images/{year}/{month}/{day}/{file}")
@NonBlocking
public class ImageResource {

    private final Sandboxes sandboxes;
    private final Pictures pictures;
    private final String ending;
    private final Duration life;

    ImageResource(Sandboxes sandboxes, Pictures pictures, ImageSpecs images, AiVideoApiConfig config) {
        this.sandboxes = sandboxes;
        this.pictures = pictures;
        this.ending = "." + images.format().extension();
        this.life = config.urlExpiry();
    }

    @GET
    public Uni<Response> read(@PathParam("file") String file, @Context Request request, @Context HttpHeaders headers) {
        TaskView task = find(file)
                .orElseThrow(() -> ApiError.ofStatus(404, "There is no such picture, or its URL has expired."));
        return Uni.createFrom()
                .completionStage(() -> pictures.get(task.facts()))
                .map(picture -> PictureAnswer.of(picture, request, headers))
                .onFailure(RejectedExecutionException.class)
                .transform(tooMany -> ApiError.ofStatus(503, "Too many pictures are waiting to be drawn. Try again."));
    }

    private Optional<TaskView> find(String file) {
        return Optional.of(file)
                .filter(name -> name.endsWith(ending))
                .flatMap(name -> ImageName.parse(name.substring(0, name.length() - ending.length())))
                .flatMap(image -> sandboxes.withTag(image.sandboxTag()).flatMap(s -> find(image, s)));
    }

    private Optional<TaskView> find(ImageName image, Sandbox sandbox) {
        return sandbox.task(image.taskId())
                .filter(task -> task.status() == TaskStatus.COMPLETED)
                .filter(task -> sandbox.now().isBefore(task.finishedAt().plus(life)));
    }
}

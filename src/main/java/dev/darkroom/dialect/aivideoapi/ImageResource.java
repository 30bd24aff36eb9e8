package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.Planted;
import dev.darkroom.chaos.fault.Corrupt;
import dev.darkroom.chaos.fault.Expired;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.Missing;
import dev.darkroom.dialect.Call;
import dev.darkroom.dialect.Damage;
import dev.darkroom.dialect.FrontDoor;
import dev.darkroom.dialect.Injections;
import dev.darkroom.dialect.PictureAnswer;
import dev.darkroom.image.ImageName;
import dev.darkroom.image.Picture;
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
@FrontDoor
@NonBlocking
public class ImageResource {

    private final Sandboxes sandboxes;
    private final Pictures pictures;
    private final String ending;
    private final Duration life;
    private final Injections injections;

    ImageResource(
            Sandboxes sandboxes, Pictures pictures, ImageSpecs images, AiVideoApiConfig config, Injections injections) {
        this.sandboxes = sandboxes;
        this.pictures = pictures;
        this.ending = "." + images.format().extension();
        this.life = config.urlExpiry();
        this.injections = injections;
    }

    @GET
    public Uni<Response> read(@PathParam("file") String file, @Context Request request, @Context HttpHeaders headers) {
        injections.call().isFor(Operation.FILE);
        TaskView task = find(file).orElseThrow(ImageResource::notFound);
        return Uni.createFrom()
                .completionStage(() -> pictures.get(task.facts()))
                .map(picture -> PictureAnswer.of(damaged(picture), request, headers))
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
        Call call = injections.call();
        call.belongsTo(sandbox);
        Optional<TaskView> task = sandbox.task(image.taskId()).filter(t -> t.status() == TaskStatus.COMPLETED);
        task.map(TaskView::id).ifPresent(call::isAbout);
        if (task.filter(t -> !sandbox.now().isBefore(t.finishedAt().plus(life))).isPresent()) {
            call.asksForExpired();
            return Optional.empty();
        }
        return task.filter(t -> !injections.meetsFaults() || !isHidden(t, sandbox));
    }

    /** Whether a fault has the picture seem not to be there; any other is left to spoil the answer. */
    private boolean isHidden(TaskView task, Sandbox sandbox) {
        Optional<? extends Planted<? extends Fault>> planted = sandbox.faults().ofFile(task);
        planted.ifPresent(injections::plant);
        return planted.map(Planted::fault)
                .filter(fault -> fault instanceof Expired || fault instanceof Missing)
                .isPresent();
    }

    /** Damaged as a whole, so that all its parts are. */
    private Picture damaged(Picture picture) {
        boolean isCorrupt = injections
                .call()
                .planted()
                .filter(p -> p.fault() instanceof Corrupt)
                .isPresent();
        return isCorrupt ? Damage.corrupt(picture) : picture;
    }

    private static ApiError notFound() {
        return ApiError.ofStatus(404, "There is no such picture, or its URL has expired.");
    }
}

package dev.darkroom.api.image;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.fault.BodyCorruption;
import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.fault.ImageEffect;
import dev.darkroom.chaos.fault.ResponseFault;
import dev.darkroom.image.ImageCache;
import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.ImageFile;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** Serves the images of tasks. An image is drawn when it is first requested. */
@Singleton
public class ImageDelivery {

    private final Sandboxes sandboxes;
    private final ImageCache images;
    private final Redaction redaction;

    ImageDelivery(Sandboxes sandboxes, ImageCache images, Redaction redaction) {
        this.sandboxes = sandboxes;
        this.images = images;
        this.redaction = redaction;
    }

    /** Why an image is not available. */
    public enum Absence {
        UNKNOWN,
        EXPIRED
    }

    /**
     * An image as its URL describes it.
     *
     * @param publicId the public id of the image's task; empty if the URL does not contain a valid one
     * @param index the image's index in its task, from 0
     * @param extension the extension in the URL; empty if the vendor's URLs have none
     * @param lifetime how long the image is available after its task has ended, on the sandbox's clock
     * @param error creates the vendor's error for an image that is not available
     */
    public record RequestedImage(
            Optional<UUID> publicId,
            int index,
            Optional<String> extension,
            Duration lifetime,
            Function<Absence, ApiException> error) {}

    /**
     * Returns the response with the image, which another thread draws.
     *
     * @throws ApiException if the image is not available
     */
    public Uni<Response> deliver(
            RequestContext request, RequestedImage image, Request httpRequest, HttpHeaders headers) {
        request.setOperation(Operation.FILE);
        ImageFacts facts = find(request, image);
        String holder = request.sandbox().orElseThrow().handle();
        return Uni.createFrom()
                .completionStage(() -> images.get(holder, facts))
                .map(file -> ImageResponse.of(withFault(file, request), httpRequest, headers))
                .onFailure(RejectedExecutionException.class)
                .transform(rejected -> request.dialect()
                        .errors()
                        .forStatus(503, "Too many images of this API key are waiting to be drawn. Try again."));
    }

    /**
     * An image of a task, for the control API: no fault applies to it, and it does not expire. Fails with a
     * {@link RejectedExecutionException} if too many images of the sandbox wait to be drawn.
     *
     * @param publicId the task's id, as the client knows it
     * @param index from 0, less than {@link TaskView#imageCount()}
     */
    public Uni<ImageFile> preview(Sandbox sandbox, TaskView task, String publicId, int index) {
        ImageFacts facts = facts(sandbox, task, publicId, index);
        return Uni.createFrom().completionStage(() -> images.get(sandbox.handle(), facts));
    }

    /** Finds the facts to draw. */
    private ImageFacts find(RequestContext request, RequestedImage image) {
        Dialect dialect = request.dialect();
        Sandbox sandbox = image.publicId().flatMap(sandboxes::findByTask).orElseThrow(() -> unknown(image));
        request.setSandbox(sandbox);
        TaskView task = image.publicId()
                .flatMap(sandbox::taskIdOf)
                .flatMap(sandbox::task)
                .filter(found -> hasImage(found, dialect, image))
                .orElseThrow(() -> unknown(image));
        request.setTaskId(task.id());
        if (!sandbox.now().isBefore(task.finishedAt().plus(image.lifetime()))) {
            request.markImageExpired();
            throw image.error().apply(Absence.EXPIRED);
        }
        if (FaultInjector.canInject(request)) {
            injectFault(request, task, image);
        }
        return facts(sandbox, task, dialect.publicId(task), image.index());
    }

    /** The facts of an image. Their secrets are masked, because downloading an image requires no key. */
    private ImageFacts facts(Sandbox sandbox, TaskView task, String publicId, int index) {
        return task.facts(publicId, index).redacted(redaction.with(Optional.of(sandbox.key())));
    }

    private static boolean hasImage(TaskView task, Dialect dialect, RequestedImage image) {
        String extension = task.spec().image().output().format().extension();
        return task.status() == TaskStatus.COMPLETED
                && task.spec().dialect().equals(dialect.name())
                && image.index() >= 0
                && image.index() < task.spec().count()
                && image.extension()
                        .filter(requested -> !requested.equals(extension))
                        .isEmpty();
    }

    /**
     * Injects the fault that applies to the download, if any.
     *
     * @throws ApiException if the fault makes the image expired or missing; other faults change the response
     */
    private static void injectFault(RequestContext request, TaskView task, RequestedImage image) {
        Optional<? extends InjectedFault<? extends ResponseFault>> injected =
                request.sandbox().orElseThrow().faults().ofFile(task);
        injected.ifPresent(fault -> FaultInjector.inject(request, fault));
        ImageEffect effect = injected.map(fault -> fault.fault().imageEffect()).orElse(ImageEffect.NONE);
        switch (effect) {
            case EXPIRED -> throw image.error().apply(Absence.EXPIRED);
            case MISSING -> throw unknown(image);
            case NONE, CORRUPTED -> {}
        }
    }

    private static ApiException unknown(RequestedImage image) {
        return image.error().apply(Absence.UNKNOWN);
    }

    /** Corrupts the complete file, so that each range of it is corrupted too. */
    private static ImageFile withFault(ImageFile file, RequestContext request) {
        boolean isCorrupted = request.injectedFault()
                .filter(injected -> injected.fault().imageEffect() == ImageEffect.CORRUPTED)
                .isPresent();
        return isCorrupted ? BodyCorruption.corrupt(file) : file;
    }
}

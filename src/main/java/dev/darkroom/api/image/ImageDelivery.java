package dev.darkroom.api.image;

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

/** Serves the images of tasks. An image is drawn on request. */
@Singleton
public class ImageDelivery {

    private final Sandboxes sandboxes;
    private final ImageCache images;

    ImageDelivery(Sandboxes sandboxes, ImageCache images) {
        this.sandboxes = sandboxes;
        this.images = images;
    }

    /** Why an image is not available. */
    public enum Absence {
        UNKNOWN,
        EXPIRED
    }

    /**
     * A request for an image.
     *
     * @param publicId the public id of its task; empty when the URL has none
     * @param index the image's index in its task, from 0
     * @param extension the extension in the URL; empty when the URL has none
     * @param life how long the image is available after its task has ended, on the sandbox's clock
     * @param refusal the vendor's error for an image that is not available
     */
    public record Wanted(
            Optional<UUID> publicId,
            int index,
            Optional<String> extension,
            Duration life,
            Function<Absence, ApiException> refusal) {}

    /** @throws ApiException when the image is not available */
    public Uni<Response> show(RequestContext call, Wanted wanted, Request request, HttpHeaders headers) {
        Dialect dialect = call.dialect();
        call.setOperation(Operation.FILE);
        ImageFacts facts = facts(call, wanted);
        return Uni.createFrom()
                .completionStage(() -> images.get(facts))
                .map(image -> ImageResponse.of(withFault(image, call), request, headers))
                .onFailure(RejectedExecutionException.class)
                .transform(tooMany ->
                        dialect.errors().forStatus(503, "Too many pictures are waiting to be drawn. Try again."));
    }

    /** Finds the image. It does not show the API key, because no key is needed to download it. */
    private ImageFacts facts(RequestContext call, Wanted wanted) {
        Dialect dialect = call.dialect();
        Sandbox sandbox = wanted.publicId().flatMap(sandboxes::findByTask).orElseThrow(() -> unknown(wanted));
        call.setSandbox(sandbox);
        TaskView task = wanted.publicId()
                .flatMap(sandbox::taskIdOf)
                .flatMap(sandbox::task)
                .filter(t -> isImageOf(dialect, t, wanted))
                .orElseThrow(() -> unknown(wanted));
        call.setTaskId(task.id());
        if (!sandbox.now().isBefore(task.finishedAt().plus(wanted.life()))) {
            call.markImageExpired();
            throw wanted.refusal().apply(Absence.EXPIRED);
        }
        if (FaultInjector.canInject(call)) {
            injectFault(call, task, wanted);
        }
        ImageFacts facts = task.facts(dialect.publicId(task), wanted.index());
        return facts.withPrompt(sandbox.key().hiddenIn(facts.prompt()));
    }

    private static boolean isImageOf(Dialect dialect, TaskView task, Wanted wanted) {
        return task.status() == TaskStatus.COMPLETED
                && task.spec().dialect().equals(dialect.name())
                && wanted.index() >= 0
                && wanted.index() < task.spec().count()
                && wanted.extension()
                        .filter(other -> !other.equals(
                                task.spec().image().output().format().extension()))
                        .isEmpty();
    }

    /** Injects a fault. Throws when the fault reports the image as expired or missing; other faults change the response. */
    private static void injectFault(RequestContext call, TaskView task, Wanted wanted) {
        Optional<? extends InjectedFault<? extends ResponseFault>> injected =
                call.sandbox().orElseThrow().faults().ofFile(task);
        injected.ifPresent(fault -> FaultInjector.inject(call, fault));
        ImageEffect effect = injected.map(fault -> fault.fault().imageEffect()).orElse(ImageEffect.NONE);
        switch (effect) {
            case EXPIRED -> throw wanted.refusal().apply(Absence.EXPIRED);
            case MISSING -> throw unknown(wanted);
            case NONE, CORRUPTED -> {}
        }
    }

    private static ApiException unknown(Wanted wanted) {
        return wanted.refusal().apply(Absence.UNKNOWN);
    }

    /** Corrupts the complete file, so that each range of it is corrupted too. */
    private static ImageFile withFault(ImageFile image, RequestContext call) {
        boolean isCorrupted = call.injectedFault()
                .filter(injected -> injected.fault().imageEffect() == ImageEffect.CORRUPTED)
                .isPresent();
        return isCorrupted ? BodyCorruption.corrupt(image) : image;
    }
}

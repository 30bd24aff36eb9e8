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

/** Hands out the pictures of tasks, each drawn when it is asked for. */
@Singleton
public class ImageDelivery {

    private final Sandboxes sandboxes;
    private final ImageCache pictures;

    ImageDelivery(Sandboxes sandboxes, ImageCache pictures) {
        this.sandboxes = sandboxes;
        this.pictures = pictures;
    }

    /** Why there is no picture. */
    public enum Absence {
        UNKNOWN,
        EXPIRED
    }

    /**
     * Which picture is asked for.
     *
     * @param publicId of the task; empty when the URL has none
     * @param index from 0
     * @param extension of the file's name; empty when it has none
     * @param life how long it can be had after its task has ended
     * @param refusal what is said when it cannot
     */
    public record Wanted(
            Optional<UUID> publicId,
            int index,
            Optional<String> extension,
            Duration life,
            Function<Absence, ApiException> refusal) {}

    /** @throws ApiException when there is no such picture */
    public Uni<Response> show(RequestContext call, Wanted wanted, Request request, HttpHeaders headers) {
        Dialect dialect = call.dialect();
        call.setOperation(Operation.FILE);
        ImageFacts facts = facts(call, wanted);
        return Uni.createFrom()
                .completionStage(() -> pictures.get(facts))
                .map(picture -> ImageResponse.of(withFault(picture, call), request, headers))
                .onFailure(RejectedExecutionException.class)
                .transform(tooMany ->
                        dialect.errors().forStatus(503, "Too many pictures are waiting to be drawn. Try again."));
    }

    /** Anybody who has the URL sees the picture, so it does not show the key. */
    private ImageFacts facts(RequestContext call, Wanted wanted) {
        Dialect dialect = call.dialect();
        Sandbox sandbox = wanted.publicId().flatMap(sandboxes::findByTask).orElseThrow(() -> unknown(wanted));
        call.setSandbox(sandbox);
        TaskView task = wanted.publicId()
                .flatMap(sandbox::taskOf)
                .flatMap(sandbox::task)
                .filter(t -> isPictureOf(dialect, t, wanted))
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

    private static boolean isPictureOf(Dialect dialect, TaskView task, Wanted wanted) {
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

package dev.darkroom.dialect;

import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.Planted;
import dev.darkroom.chaos.fault.Corrupt;
import dev.darkroom.chaos.fault.Expired;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.Missing;
import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.Picture;
import dev.darkroom.image.Pictures;
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
public class PictureDesk {

    private final Sandboxes sandboxes;
    private final Pictures pictures;
    private final Injections injections;

    PictureDesk(Sandboxes sandboxes, Pictures pictures, Injections injections) {
        this.sandboxes = sandboxes;
        this.pictures = pictures;
        this.injections = injections;
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
            Function<Absence, ApiError> refusal) {}

    /** @throws ApiError when there is no such picture */
    public Uni<Response> show(Dialect dialect, Wanted wanted, Request request, HttpHeaders headers) {
        Call call = injections.call();
        call.isFor(Operation.FILE);
        ImageFacts facts = facts(dialect, wanted);
        return Uni.createFrom()
                .completionStage(() -> pictures.get(facts))
                .map(picture -> PictureAnswer.of(damaged(picture, call), request, headers))
                .onFailure(RejectedExecutionException.class)
                .transform(tooMany ->
                        dialect.refusals().ofStatus(503, "Too many pictures are waiting to be drawn. Try again."));
    }

    /** Anybody who has the URL sees the picture, so it does not show the key. */
    private ImageFacts facts(Dialect dialect, Wanted wanted) {
        Sandbox sandbox = wanted.publicId().flatMap(sandboxes::holding).orElseThrow(() -> unknown(wanted));
        Call call = injections.call();
        call.belongsTo(sandbox);
        TaskView task = wanted.publicId()
                .flatMap(sandbox::taskOf)
                .flatMap(sandbox::task)
                .filter(t -> isPictureOf(dialect, t, wanted))
                .orElseThrow(() -> unknown(wanted));
        call.isAbout(task.id());
        if (!sandbox.now().isBefore(task.finishedAt().plus(wanted.life()))) {
            call.asksForExpired();
            throw wanted.refusal().apply(Absence.EXPIRED);
        }
        if (injections.meetsFaults()) {
            meetFault(sandbox, task, wanted);
        }
        ImageFacts facts = task.facts(dialect.spelt(task), wanted.index());
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

    /** A fault may have the picture seem not to be there; any other is left to spoil the answer. */
    private void meetFault(Sandbox sandbox, TaskView task, Wanted wanted) {
        Optional<? extends Planted<? extends Fault>> planted = sandbox.faults().ofFile(task);
        planted.ifPresent(injections::plant);
        Fault fault = planted.<Fault>map(Planted::fault).orElse(null);
        if (fault instanceof Expired) {
            throw wanted.refusal().apply(Absence.EXPIRED);
        }
        if (fault instanceof Missing) {
            throw unknown(wanted);
        }
    }

    private static ApiError unknown(Wanted wanted) {
        return wanted.refusal().apply(Absence.UNKNOWN);
    }

    /** Damaged as a whole, so that all its parts are. */
    private static Picture damaged(Picture picture, Call call) {
        boolean isCorrupt =
                call.planted().filter(p -> p.fault() instanceof Corrupt).isPresent();
        return isCorrupt ? Damage.corrupt(picture) : picture;
    }
}

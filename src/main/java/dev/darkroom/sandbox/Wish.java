package dev.darkroom.sandbox;

import dev.darkroom.chaos.Planted;
import dev.darkroom.chaos.fault.Amnesia;
import dev.darkroom.chaos.fault.Fail;
import dev.darkroom.chaos.fault.Flicker;
import dev.darkroom.chaos.fault.NoOutput;
import dev.darkroom.chaos.fault.NoRefund;
import dev.darkroom.chaos.fault.SlowTask;
import dev.darkroom.chaos.fault.TaskFault;
import dev.darkroom.task.Course;
import dev.darkroom.task.Course.Pace;
import dev.darkroom.task.Mishap;
import dev.darkroom.task.Outcome;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request wants to become of its task.
 *
 * @param course what the request itself says of it
 * @param failures how a task fails with an error code of its dialect, or with the usual one; empty for what is no code
 */
public record Wish(Course course, Function<Optional<String>, Optional<Outcome.Fails>> failures) {

    /** The same, and this goes wrong. */
    public Wish with(Planted<? extends TaskFault> planted) {
        return new Wish(apply(planted.fault()).wantedBy(planted.name()), failures);
    }

    private Course apply(TaskFault fault) {
        Pace pace = course.pace();
        Mishap mishap = course.mishap().orElse(Mishap.NONE);
        if (fault instanceof Fail fail) {
            Course failing = failing(fail.code());
            return fail.after().map(after -> failing.with(pace.withEnd(after))).orElse(failing);
        }
        if (fault instanceof NoRefund noRefund) {
            boolean keepsCode = noRefund.code().isEmpty() && course.outcome() instanceof Outcome.Fails;
            return unrefunded(keepsCode ? course : failing(noRefund.code()));
        }
        if (fault instanceof SlowTask slow) {
            return course.with(
                    slow.processing().map(pace::withProcessing).orElseGet(() -> pace.withFactor(slow.factor())));
        }
        if (fault instanceof Amnesia amnesia) {
            return course.with(mishap.hidden(amnesia.duration()));
        }
        if (fault instanceof Flicker) {
            return course.with(mishap.flickering());
        }
        return fault instanceof NoOutput ? course.with(new Outcome.Completes(false)) : course.with(pace.stalling());
    }

    /** What is not refunded stays so. */
    private Course failing(Optional<String> code) {
        Course failing = failures.apply(code).map(course::with).orElse(course);
        return course.outcome() instanceof Outcome.Fails fails && !fails.isRefunded() ? unrefunded(failing) : failing;
    }

    private static Course unrefunded(Course failing) {
        return failing.outcome() instanceof Outcome.Fails fails ? failing.with(fails.withoutRefund()) : failing;
    }
}

package dev.darkroom.sandbox;

import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.Amnesia;
import dev.darkroom.chaos.fault.Fail;
import dev.darkroom.chaos.fault.Flicker;
import dev.darkroom.chaos.fault.NoOutput;
import dev.darkroom.chaos.fault.NoRefund;
import dev.darkroom.chaos.fault.SlowTask;
import dev.darkroom.chaos.fault.TaskFault;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.PlanOverrides.Timing;
import dev.darkroom.task.StatusFault;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request wants to become of its task.
 *
 * @param course what the request itself says of it
 * @param failures how a task fails with an error code of its dialect, or with the usual one; empty for what is no code
 */
public record Wish(PlanOverrides course, Function<Optional<String>, Optional<Outcome.Fails>> failures) {

    /** The same, and this goes wrong. */
    public Wish with(InjectedFault<? extends TaskFault> injected) {
        return new Wish(apply(injected.fault()).wantedBy(injected.name()), failures);
    }

    private PlanOverrides apply(TaskFault fault) {
        Timing pace = course.pace();
        StatusFault mishap = course.mishap().orElse(StatusFault.NONE);
        if (fault instanceof Fail fail) {
            PlanOverrides failing = failing(fail.code());
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
    private PlanOverrides failing(Optional<String> code) {
        PlanOverrides failing = failures.apply(code).map(course::with).orElse(course);
        return course.outcome() instanceof Outcome.Fails fails && !fails.isRefunded() ? unrefunded(failing) : failing;
    }

    private static PlanOverrides unrefunded(PlanOverrides failing) {
        return failing.outcome() instanceof Outcome.Fails fails ? failing.with(fails.withoutRefund()) : failing;
    }
}

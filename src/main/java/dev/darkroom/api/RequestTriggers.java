package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.ModerationTrigger;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.chaos.fault.ErrorFault;
import dev.darkroom.chaos.fault.RequestFault;
import dev.darkroom.chaos.fault.TaskFault;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.PlanOverrides.Timing;
import dev.darkroom.task.Progression;
import dev.darkroom.task.StatusFault;
import dev.darkroom.task.TaskEffect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The effects of the triggers in a request.
 *
 * @param requestFault the fault to inject into the response to the request
 * @param overrides how the triggers change the task
 * @param warnings sentences about triggers that are invalid or have no effect
 */
public record RequestTriggers(
        Optional<InjectedFault<RequestFault>> requestFault, PlanOverrides overrides, List<String> warnings) {

    /**
     * Reads the triggers in the prompt. Triggers in the key only cause warnings here.
     *
     * @param hasReceiver whether the end of the task is reported to a callback URL or a webhook
     * @param moderated as {@link ImageRequest#moderated}
     */
    public static RequestTriggers of(
            String prompt,
            boolean hasReceiver,
            ApiKey key,
            Dialect dialect,
            Function<ModerationTrigger, Optional<Outcome.Fails>> moderated) {
        PromptTriggers triggers = PromptTriggers.read(prompt);
        if (triggers == PromptTriggers.NONE && KeyTrigger.unknown(key).isEmpty()) {
            return new RequestTriggers(Optional.empty(), inDialect(PlanOverrides.NONE, dialect), List.of());
        }
        Optional<InjectedFault<RequestFault>> requestFault = requestFault(triggers, dialect);
        boolean changesResponse =
                requestFault.isPresent() || triggers.proxyTimeout().isPresent();
        return new RequestTriggers(
                requestFault,
                overrides(triggers, dialect, moderated),
                new TriggerWarnings(triggers, dialect).warnings(key, hasReceiver, changesResponse));
    }

    /** A {@code reject} trigger takes precedence over all other faults in the response. */
    private static Optional<InjectedFault<RequestFault>> requestFault(PromptTriggers triggers, Dialect dialect) {
        return triggers.reject().stream()
                .filter(code -> isErrorCode(code, dialect))
                .findFirst()
                .map(code -> new InjectedFault<RequestFault>(
                        "reject: " + code + " in the prompt", ErrorFault.of(code, triggers.processed())))
                .or(triggers::requestFault);
    }

    /** Applies the faults in reverse order, so that the first one in the prompt overrides the others. */
    private static PlanOverrides overrides(
            PromptTriggers triggers, Dialect dialect, Function<ModerationTrigger, Optional<Outcome.Fails>> moderated) {
        PlanOverrides overrides = inDialect(withoutFaults(triggers, moderated), dialect);
        List<InjectedFault<TaskFault>> lastFirst = new ArrayList<>(triggers.taskFaults());
        Collections.reverse(lastFirst);
        for (InjectedFault<TaskFault> injected : lastFirst) {
            boolean isCodeUnknown = injected.fault()
                    .code()
                    .filter(code -> !isErrorCode(code, dialect))
                    .isPresent();
            if (!isCodeUnknown) {
                overrides = injected.fault()
                        .applyTo(overrides)
                        .causedByTrigger(injected.name(), injected.fault().effect());
            }
        }
        return overrides;
    }

    /** Adds what follows from the dialect, to overrides without faults. */
    private static PlanOverrides inDialect(PlanOverrides overrides, Dialect dialect) {
        return overrides
                .with(dialect.profile().can(Capability.POLLS) ? StatusFault.NONE : StatusFault.UNSEEN)
                .withFailures(code -> dialect.failure(code, Optional.empty()));
    }

    /** The effects of all triggers that are not faults. */
    private static PlanOverrides withoutFaults(
            PromptTriggers triggers, Function<ModerationTrigger, Optional<Outcome.Fails>> moderated) {
        PlanOverrides overrides = moderated(triggers, moderated);
        Optional<Progression> progression = triggers.progression().stream()
                .map(Progression::parse)
                .flatMap(Optional::stream)
                .findFirst();
        Timing timing = triggers.pending().map(overrides.timing()::withPending).orElse(overrides.timing());
        overrides =
                overrides.with(triggers.processing().map(timing::withProcessing).orElse(timing));
        boolean isDecided = overrides.progression().isPresent();
        return isDecided ? overrides : progression.map(overrides::with).orElse(overrides);
    }

    /** Content moderation rejects a prompt at once, and an image when the task would have ended. */
    private static PlanOverrides moderated(
            PromptTriggers triggers, Function<ModerationTrigger, Optional<Outcome.Fails>> moderated) {
        Optional<ModerationTrigger> finding = triggers.moderation();
        Optional<Outcome.Fails> failure = finding.flatMap(moderated);
        if (failure.isEmpty()) {
            return PlanOverrides.NONE;
        }
        PlanOverrides overrides = PlanOverrides.NONE
                .with(failure.get())
                .causedByTrigger(finding.get().name() + " in the prompt", TaskEffect.FAILURE);
        return finding.get().stage() == ModerationTrigger.Stage.INPUT
                ? overrides.with(new Progression.Instantly())
                : overrides;
    }

    /** Whether the dialect has this error code. */
    static boolean isErrorCode(String code, Dialect dialect) {
        return dialect.failure(Optional.of(code), Optional.empty()).isPresent();
    }
}

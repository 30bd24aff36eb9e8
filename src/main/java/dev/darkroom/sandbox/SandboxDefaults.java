package dev.darkroom.sandbox;

import dev.darkroom.callback.RetrySchedule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Lifecycle;

/**
 * What a new sandbox starts with.
 *
 * @param credits its balance
 * @param rules what its key may do
 * @param lifecycle how its tasks go
 * @param callbackSchedule when callbacks are tried
 * @param faults what goes wrong in it on purpose
 * @param tasks how many tasks it keeps, and as many callbacks
 */
public record SandboxDefaults(
        Credits credits,
        KeyPolicy rules,
        Lifecycle lifecycle,
        RetrySchedule callbackSchedule,
        FaultSet faults,
        int tasks) {

    /** How many ledger entries are kept: a task writes two, and there is room for what a test does by hand. */
    int ledgerEntries() {
        return (int) Math.min(Integer.MAX_VALUE, tasks * 2L + 1000);
    }

    public SandboxDefaults withCredits(Credits credits) {
        return new SandboxDefaults(credits, rules, lifecycle, callbackSchedule, faults, tasks);
    }

    public SandboxDefaults withRules(KeyPolicy rules) {
        return new SandboxDefaults(credits, rules, lifecycle, callbackSchedule, faults, tasks);
    }

    public SandboxDefaults withLifecycle(Lifecycle lifecycle) {
        return new SandboxDefaults(credits, rules, lifecycle, callbackSchedule, faults, tasks);
    }

    public SandboxDefaults withFaults(FaultSet faults) {
        return new SandboxDefaults(credits, rules, lifecycle, callbackSchedule, faults, tasks);
    }

    /** The same but for what shall be otherwise; the seed is a sandbox' own. */
    public SandboxDefaults with(SandboxChange change) {
        return withCredits(change.balance().orElse(credits))
                .withRules(change.rules().apply(rules))
                .withLifecycle(change.lifecycle().apply(lifecycle));
    }
}

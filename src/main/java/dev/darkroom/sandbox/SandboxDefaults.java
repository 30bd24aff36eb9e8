package dev.darkroom.sandbox;

import dev.darkroom.callback.RetrySchedule;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Lifecycle;

/**
 * What a new sandbox starts with.
 *
 * @param credits its balance
 * @param rules what its key may do
 * @param lifecycle how its tasks go
 * @param callbackSchedule when callbacks are tried
 * @param tasks how many tasks it keeps, and as many callbacks
 */
public record SandboxDefaults(
        Credits credits, SandboxRules rules, Lifecycle lifecycle, RetrySchedule callbackSchedule, int tasks) {

    /** How many ledger entries are kept: a task writes two, and there is room for what a test does by hand. */
    int ledgerEntries() {
        return (int) Math.min(Integer.MAX_VALUE, tasks * 2L + 1000);
    }

    public SandboxDefaults withCredits(Credits credits) {
        return new SandboxDefaults(credits, rules, lifecycle, callbackSchedule, tasks);
    }

    public SandboxDefaults withRules(SandboxRules rules) {
        return new SandboxDefaults(credits, rules, lifecycle, callbackSchedule, tasks);
    }

    public SandboxDefaults withLifecycle(Lifecycle lifecycle) {
        return new SandboxDefaults(credits, rules, lifecycle, callbackSchedule, tasks);
    }

    /** The same but for what shall be otherwise; the seed is a sandbox' own. */
    public SandboxDefaults with(SandboxChange change) {
        return withCredits(change.balance().orElse(credits))
                .withRules(change.rules().apply(rules))
                .withLifecycle(change.lifecycle().apply(lifecycle));
    }
}

package dev.darkroom.sandbox;

import dev.darkroom.chaos.FaultSet;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.time.RetrySchedule;

/**
 * What a new sandbox starts with.
 *
 * @param credits its balance
 * @param policy what its key may do
 * @param lifecycle how its tasks develop
 * @param callbackSchedule when callbacks are attempted
 * @param faults the fault rules in force
 * @param tasks how many tasks it keeps, with their callbacks
 */
public record SandboxDefaults(
        Credits credits,
        KeyPolicy policy,
        Lifecycle lifecycle,
        RetrySchedule callbackSchedule,
        FaultSet faults,
        int tasks) {

    /** How many ledger entries are kept at most: two per task, and 1,000 for manual changes of the balance. */
    int ledgerEntries() {
        return (int) Math.min(Integer.MAX_VALUE, tasks * 2L + 1000);
    }

    public SandboxDefaults withCredits(Credits credits) {
        return new SandboxDefaults(credits, policy, lifecycle, callbackSchedule, faults, tasks);
    }

    public SandboxDefaults withPolicy(KeyPolicy policy) {
        return new SandboxDefaults(credits, policy, lifecycle, callbackSchedule, faults, tasks);
    }

    public SandboxDefaults withLifecycle(Lifecycle lifecycle) {
        return new SandboxDefaults(credits, policy, lifecycle, callbackSchedule, faults, tasks);
    }

    public SandboxDefaults withFaults(FaultSet faults) {
        return new SandboxDefaults(credits, policy, lifecycle, callbackSchedule, faults, tasks);
    }

    /** Applies a change, except for its seed, because each sandbox has its own. */
    public SandboxDefaults with(SandboxChange change) {
        return withCredits(change.balance().orElse(credits))
                .withPolicy(change.policy().apply(policy))
                .withLifecycle(change.lifecycle().apply(lifecycle));
    }
}

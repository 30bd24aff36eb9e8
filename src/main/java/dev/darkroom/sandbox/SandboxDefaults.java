package dev.darkroom.sandbox;

import dev.darkroom.callback.RetrySchedule;
import dev.darkroom.ledger.Credits;
import java.time.Duration;

/**
 * What a new sandbox starts with.
 *
 * @param credits its balance
 * @param rules what its key may do
 * @param pending how long a task waits
 * @param processing how long it develops after that
 * @param callbackSchedule when callbacks are tried
 * @param tasks how many tasks it keeps
 */
public record SandboxDefaults(
        Credits credits,
        SandboxRules rules,
        Duration pending,
        Duration processing,
        RetrySchedule callbackSchedule,
        int tasks) {

    /** How many ledger entries are kept: a task writes two, and there is room for what a test does by hand. */
    int ledgerEntries() {
        return (int) Math.min(Integer.MAX_VALUE, tasks * 2L + 1000);
    }

    public SandboxDefaults withCredits(Credits credits) {
        return new SandboxDefaults(credits, rules, pending, processing, callbackSchedule, tasks);
    }

    public SandboxDefaults withRules(SandboxRules rules) {
        return new SandboxDefaults(credits, rules, pending, processing, callbackSchedule, tasks);
    }
}

package dev.darkroom.callback;

import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.AttemptEffect;
import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.task.TaskView;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to deliver a callback.
 *
 * @param delivery the receiver, and the task at its end
 * @param number counts from 1
 * @param isLast whether the schedule has no further attempt
 * @param at when it is made, on the sandbox's clock
 * @param fault the fault injected into it
 */
public record Attempt(
        Delivery delivery, int number, boolean isLast, Instant at, Optional<InjectedFault<AttemptFault>> fault) {

    public String url() {
        return delivery.url();
    }

    /** The task at its end. */
    public TaskView task() {
        return delivery.task();
    }

    /** Whether its body is truncated, so that it is not valid JSON. */
    public boolean isGarbled() {
        return AttemptEffect.of(fault).isGarbled();
    }
}

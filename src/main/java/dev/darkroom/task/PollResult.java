package dev.darkroom.task;

import java.util.Optional;

/**
 * What a client sees when it polls a task.
 *
 * @param task empty when the task does not exist, or a fault hides it
 * @param fault the rules and triggers whose effect on the task applies; empty if none does
 */
public record PollResult(Optional<TaskView> task, Optional<String> fault) {

    static final PollResult NOT_FOUND = new PollResult(Optional.empty(), Optional.empty());
}

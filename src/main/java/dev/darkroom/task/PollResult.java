package dev.darkroom.task;

import java.util.Optional;

/**
 * What a client sees that asks for a task.
 *
 * @param task nothing when there is no such task, or seems to be none
 * @param fault who wanted something unusual of it
 */
public record PollResult(Optional<TaskView> task, Optional<String> fault) {

    static final PollResult NOTHING = new PollResult(Optional.empty(), Optional.empty());
}

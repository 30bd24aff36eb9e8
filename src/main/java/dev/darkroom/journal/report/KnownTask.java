package dev.darkroom.journal.report;

import dev.darkroom.callback.CallbackState;
import dev.darkroom.task.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What Darkroom knows about a task of the client.
 *
 * @param status its present status, whatever the client was told
 * @param finishedAt when it ended or will end, on the sandbox's clock
 * @param isEndedByHand whether the control API ended it
 * @param callback the state of its callback, of several that of one that was not given up; empty without one
 */
public record KnownTask(
        String dialect,
        TaskStatus status,
        Instant finishedAt,
        boolean isEndedByHand,
        Optional<CallbackState> callback) {

    /** Whether a callback may still tell the client about the end of the task, or has done so. */
    boolean isReportedByCallback() {
        return callback.filter(state -> state != CallbackState.GIVEN_UP).isPresent();
    }
}

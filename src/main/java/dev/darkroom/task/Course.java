package dev.darkroom.task;

import java.util.Optional;

/**
 * What a request wants to become of its task.
 *
 * @param progression what shall move it; empty for what moves all tasks of the sandbox
 */
public record Course(Outcome outcome, Optional<Progression> progression) {

    /** That of a request that wants nothing special. */
    public static final Course USUAL = endingWith(new Outcome.Completes());

    public static Course endingWith(Outcome outcome) {
        return new Course(outcome, Optional.empty());
    }
}

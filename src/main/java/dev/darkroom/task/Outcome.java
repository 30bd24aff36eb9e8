package dev.darkroom.task;

/** How a task ends. */
public sealed interface Outcome {

    /** With a picture; its credits are captured. */
    record Completes() implements Outcome {}

    /**
     * Without one; its credits are given back.
     *
     * @param code the reason, one of the codes that the task's dialect documents
     * @param message the sentence that goes with it
     */
    record Fails(String code, String message) implements Outcome {}
}

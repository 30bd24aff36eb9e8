package dev.darkroom.task;

/** How a task ends. */
public sealed interface Outcome {

    /** Whether its credits are captured. */
    boolean isPaid();

    /**
     * The task has an image; its credits are captured.
     *
     * @param hasOutput whether the client gets the URL of the image
     */
    record Completes(boolean hasOutput) implements Outcome {

        public Completes() {
            this(true);
        }

        @Override
        public boolean isPaid() {
            return true;
        }
    }

    /**
     * The task has no image.
     *
     * @param code one of the error codes that the task's dialect documents
     * @param message the sentence that goes with it
     * @param isRefunded whether its credits are refunded
     */
    record Fails(String code, String message, boolean isRefunded) implements Outcome {

        public Fails(String code, String message) {
            this(code, message, true);
        }

        @Override
        public boolean isPaid() {
            return !isRefunded;
        }

        public Fails withoutRefund() {
            return new Fails(code, message, false);
        }
    }
}

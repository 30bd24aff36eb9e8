package dev.darkroom.task;

/** How a task ends. */
public sealed interface Outcome {

    /** Whether its price is kept. */
    boolean isPaid();

    /**
     * With a picture; its credits are captured.
     *
     * @param hasOutput whether its client is told where the picture is
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
     * Without one; its credits are given back.
     *
     * @param code the reason, one of the codes that the task's dialect documents
     * @param message the sentence that goes with it
     * @param isRefunded whether they are
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

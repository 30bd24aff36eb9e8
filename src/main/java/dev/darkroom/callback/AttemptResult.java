package dev.darkroom.callback;

/** What became of an attempt. */
public sealed interface AttemptResult {

    boolean isDelivered();

    /** The receiver answered; any 2xx is a receipt, and nothing else is, a redirect neither. */
    record Answered(int status) implements AttemptResult {

        @Override
        public boolean isDelivered() {
            return status >= 200 && status < 300;
        }
    }

    /** It did not, in time or at all. */
    record Unanswered(String reason) implements AttemptResult {

        @Override
        public boolean isDelivered() {
            return false;
        }
    }

    /** A planted fault lost it on its way. */
    record Lost() implements AttemptResult {

        @Override
        public boolean isDelivered() {
            return false;
        }
    }

    /** Nobody was asked, for the {@link dev.darkroom.access.AddressPolicy} does not let callbacks go there. */
    record Forbidden(String reason) implements AttemptResult {

        @Override
        public boolean isDelivered() {
            return false;
        }
    }
}

package dev.darkroom.callback;

/** The result of an attempt. */
public sealed interface AttemptResult {

    boolean isDelivered();

    /** The receiver responded. Only a 2xx status counts as delivered; a redirect does not. */
    record Responded(int status) implements AttemptResult {

        @Override
        public boolean isDelivered() {
            return status >= 200 && status < 300;
        }
    }

    /** The receiver did not respond, or not in time. */
    record NoResponse(String reason) implements AttemptResult {

        @Override
        public boolean isDelivered() {
            return false;
        }
    }

    /** An injected fault dropped the attempt. */
    record Lost() implements AttemptResult {

        @Override
        public boolean isDelivered() {
            return false;
        }
    }

    /** No request was sent, because the {@link dev.darkroom.access.AddressPolicy} forbids the address. */
    record Forbidden(String reason) implements AttemptResult {

        @Override
        public boolean isDelivered() {
            return false;
        }
    }
}

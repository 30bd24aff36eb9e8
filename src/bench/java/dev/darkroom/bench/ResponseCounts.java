package dev.darkroom.bench;

/** Counts responses and errors. */
final class ResponseCounts {

    private long responses;
    private long errors;

    void count(boolean isOk) {
        responses++;
        if (!isOk) {
            errors++;
        }
    }

    /** Resets the count of responses, but not that of errors. */
    void reset() {
        responses = 0;
    }

    long responses() {
        return responses;
    }

    long errors() {
        return errors;
    }
}

package dev.darkroom.api;

import java.util.Optional;

/**
 * The place of a request among those of its key that may wait for their tasks at the same time. The request occupies it
 * until its task has ended and the response begins, so that a client that has its response finds the slot free.
 */
final class ConcurrencySlot {

    private static final String KEY = ConcurrencySlot.class.getName();

    private final Runnable release;
    private boolean isStreamed;

    private ConcurrencySlot(Runnable release) {
        this.release = release;
    }

    /** @throws dev.darkroom.api.error.ApiException if all slots are occupied */
    static void occupy(RequestContext request, int limit) {
        ConcurrencySlot slot = new ConcurrencySlot(
                request.sandbox().orElseThrow().limits().admit().orElseThrow(() -> request.dialect()
                        .errors()
                        .tooManyConcurrent(limit)));
        request.exchange().put(KEY, slot);
        request.exchange().addHeadersEndHandler(head -> slot.releaseAtHead());
        request.onEnd(slot.release);
    }

    /** The slot of a request; empty if its key has no limit. */
    static Optional<ConcurrencySlot> of(RequestContext request) {
        return Optional.ofNullable(request.exchange().get(KEY));
    }

    /** Keeps the slot occupied while a response that has begun reports the progress of the task. */
    void keepUntilTaskEnds() {
        isStreamed = true;
    }

    /** Has no effect if repeated. */
    void release() {
        release.run();
    }

    private void releaseAtHead() {
        if (!isStreamed) {
            release.run();
        }
    }
}

package dev.darkroom.api;

import dev.darkroom.journal.RecordedBody;
import dev.darkroom.memory.InFlightMemory.Reservation;
import java.util.Optional;

/** The body of a request, and the memory reserved for it. Empty until the body has been read. */
public final class ReceivedBody {

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private Optional<Reservation> memory = Optional.empty();
    private RecordedBody recorded = RecordedBody.NONE;

    ReceivedBody() {}

    /** @param reserved is released at the end of the request */
    public void set(byte[] received, Reservation reserved) {
        this.bytes = received;
        this.memory = Optional.of(reserved);
    }

    /** Returns the body once, and records it for the journal; later calls return an empty body. */
    public byte[] take() {
        byte[] taken = bytes;
        bytes = NONE;
        recorded = RecordedBody.of(taken);
        return taken;
    }

    /** Returns the memory of a body that has been processed. A request may wait long for its response. */
    public void release(int length) {
        memory.ifPresent(reserved -> reserved.shrink(length - recorded.bytes()));
    }

    /** What the journal keeps of the body. */
    public RecordedBody recorded() {
        return recorded;
    }
}

package dev.darkroom.chaos.fault;

/** What becomes of the answer to a request. */
public sealed interface RequestFault extends Fault
        permits BrokenChunk,
                Drip,
                Empty,
                ErrorFault,
                Garbage,
                Gateway,
                LatencyFault,
                Malformed,
                Outage,
                Reset,
                Truncate {

    /**
     * Whether the request does what it was sent for, and only its answer suffers. Otherwise it is as if it had never
     * arrived.
     */
    default boolean isProcessed() {
        return true;
    }

    /** The same fault of a request that does what it was sent for. */
    default RequestFault processed() {
        return this;
    }
}

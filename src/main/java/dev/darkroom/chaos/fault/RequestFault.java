package dev.darkroom.chaos.fault;

/** A fault that changes the response to a request of any operation. */
public sealed interface RequestFault extends ResponseFault
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

    /** This fault for a request that is processed, although its client gets a faulty response. */
    default RequestFault processed() {
        return this;
    }
}

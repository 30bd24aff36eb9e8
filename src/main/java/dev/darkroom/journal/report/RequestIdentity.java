package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.journal.RecordedRequest;

/** The parts of a request that identify a repetition. */
record RequestIdentity(String method, String path, RecordedBody body) {

    static RequestIdentity of(Exchange exchange) {
        RecordedRequest request = exchange.request();
        return new RequestIdentity(request.method(), request.path(), request.body());
    }
}

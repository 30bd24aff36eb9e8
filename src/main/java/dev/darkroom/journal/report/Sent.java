package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.journal.RecordedRequest;

/** What makes a request the same as another. */
record Sent(String method, String path, RecordedBody body) {

    static Sent of(Exchange exchange) {
        RecordedRequest request = exchange.request();
        return new Sent(request.method(), request.path(), request.body());
    }
}

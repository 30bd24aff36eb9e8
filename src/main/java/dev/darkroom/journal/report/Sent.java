package dev.darkroom.journal.report;

import dev.darkroom.journal.Body;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.Request;

/** What makes a request the same as another. */
record Sent(String method, String path, Body body) {

    static Sent of(Exchange exchange) {
        Request request = exchange.request();
        return new Sent(request.method(), request.path(), request.body());
    }
}

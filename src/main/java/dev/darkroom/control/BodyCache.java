package dev.darkroom.control;

import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedBody;
import java.util.function.Function;

/** Parses the request or response bodies of exchanges, and keeps the last one for the next condition. Thread-safe. */
final class BodyCache {

    private final Function<Exchange, RecordedBody> selector;
    private Exchange lastExchange;
    private JsonBody lastBody;

    /** @param selector selects the exchange's request body or response body */
    BodyCache(Function<Exchange, RecordedBody> selector) {
        this.selector = selector;
    }

    synchronized JsonBody parse(Exchange exchange) {
        if (exchange != lastExchange) {
            lastBody = JsonBody.read(selector.apply(exchange));
            lastExchange = exchange;
        }
        return lastBody;
    }
}

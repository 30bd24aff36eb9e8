package dev.darkroom.control;

import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedBody;
import java.util.function.Function;

/**
 * Parses the request bodies or the response bodies of exchanges. Keeps the last body, because the next condition needs
 * it too. Thread-safe.
 */
final class BodyCache {

    private final Function<Exchange, RecordedBody> selector;
    private Exchange lastExchange;
    private JsonBody lastBody;

    /** @param selector selects the request body or the response body of an exchange */
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

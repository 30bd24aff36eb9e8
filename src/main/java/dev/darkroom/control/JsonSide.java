package dev.darkroom.control;

import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedBody;
import java.util.function.Function;

/** The requests or the answers of exchanges; a body that is asked for again and again is parsed but once. */
final class JsonSide {

    private final Function<Exchange, RecordedBody> side;
    private Exchange last;
    private JsonBody body;

    JsonSide(Function<Exchange, RecordedBody> side) {
        this.side = side;
    }

    synchronized JsonBody of(Exchange exchange) {
        if (exchange != last) {
            body = JsonBody.read(side.apply(exchange));
            last = exchange;
        }
        return body;
    }
}

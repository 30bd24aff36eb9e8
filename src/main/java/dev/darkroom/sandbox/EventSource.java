package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedBody;
import dev.darkroom.journal.RecordedRequest;
import dev.darkroom.journal.RecordedResponse;
import dev.darkroom.sandbox.SandboxEvent.Detail;
import dev.darkroom.sandbox.SandboxEvent.ExchangeRecorded;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Publishes the events of one sandbox, or of the requests that belong to none. */
record EventSource(SandboxEvents events, Optional<ApiKey> key) {

    /** Whether anyone follows the events. Otherwise callers need not describe them. */
    boolean isFollowed() {
        return events.isFollowed();
    }

    /** @param detail created only if anyone follows the events */
    void publish(Supplier<Detail> detail) {
        if (events.isFollowed()) {
            events.publish(key, detail.get());
        }
    }

    /** Publishes an exchange without its headers and bodies, because listeners may store it for a while. */
    void recorded(Exchange exchange) {
        if (isFollowed()) {
            events.publish(key, new ExchangeRecorded(withoutContent(exchange)));
        }
    }

    private static Exchange withoutContent(Exchange exchange) {
        return new Exchange(
                exchange.number(),
                exchange.at(),
                exchange.arrivedAt(),
                exchange.duration(),
                exchange.dialect(),
                exchange.operation(),
                exchange.key(),
                new RecordedRequest(
                        exchange.request().method(), exchange.request().path(), List.of(), RecordedBody.NONE),
                new RecordedResponse(
                        exchange.response().status(),
                        List.of(),
                        RecordedBody.NONE,
                        exchange.response().isComplete()),
                exchange.details());
    }
}

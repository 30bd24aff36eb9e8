package dev.darkroom.api.error;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Remembers why a request was rejected, for the log. */
public final class ErrorMessage {

    private static final String KEY = ErrorMessage.class.getName();

    private ErrorMessage() {}

    public static void set(RoutingContext exchange, String message) {
        exchange.put(KEY, message);
    }

    /** Empty if the request was not rejected. */
    public static Optional<String> of(RoutingContext exchange) {
        return Optional.ofNullable(exchange.get(KEY));
    }
}

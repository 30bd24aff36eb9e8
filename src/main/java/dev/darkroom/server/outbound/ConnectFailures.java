package dev.darkroom.server.outbound;

import dev.darkroom.http.HttpUrl;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains why no address of a host accepted a connection. */
final class ConnectFailures {

    private final HttpUrl url;
    private final List<String> refusing = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    ConnectFailures(HttpUrl url) {
        this.url = url;
    }

    /** Whether another address may succeed after this failure. */
    static boolean isOfAddress(Throwable failure) {
        return failure instanceof SocketException || failure instanceof TimeoutException;
    }

    void add(SocketAddress address, Throwable failure) {
        String target =
                (address.host().indexOf(':') < 0 ? address.host() : "[" + address.host() + "]") + ":" + address.port();
        if (isTimeout(failure)) {
            others.add(target + " did not accept a connection in time");
        } else if (isRefused(failure)) {
            refusing.add(target);
        } else {
            others.add(target + " cannot be reached (" + failure.getMessage() + ")");
        }
    }

    /** @param objections why further addresses were not tried */
    String reason(List<String> objections) {
        Stream<String> refused = refusing.isEmpty()
                ? Stream.empty()
                : Stream.of("connection refused, because nothing listens at " + String.join(" or ", refusing));
        return "The connection to " + url.endpoint() + " failed: "
                + Stream.of(refused, others.stream(), objections.stream())
                        .flatMap(reasons -> reasons)
                        .collect(Collectors.joining("; "));
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof ConnectTimeoutException;
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof ConnectException
                && String.valueOf(failure.getMessage()).contains("refused");
    }
}

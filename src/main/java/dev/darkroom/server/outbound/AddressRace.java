package dev.darkroom.server.outbound;

import dev.darkroom.http.HttpUrl;
import dev.darkroom.server.outbound.OutboundTargets.Addresses;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Connects to the first address of a host that accepts a connection. It tries the next address as soon as one fails,
 * or has not accepted a connection for a quarter of a second (RFC 8305, section 5).
 *
 * @param <C> a connection, or a request on one
 */
final class AddressRace<C> {

    private static final long HEAD_START_MILLIS = 250;

    private final Vertx vertx;
    private final HttpUrl url;
    private final Addresses addresses;
    private final Function<SocketAddress, Future<C>> connect;
    private final Consumer<C> close;
    private final ConnectFailures failures;
    private final Promise<C> winner = Promise.promise();
    private int started;
    private int running;

    /**
     * @param url the host, as the reason of a failure names it
     * @param connect opens a connection to an address
     * @param close closes a connection that came too late
     */
    AddressRace(
            Vertx vertx,
            HttpUrl url,
            Addresses addresses,
            Function<SocketAddress, Future<C>> connect,
            Consumer<C> close) {
        this.vertx = vertx;
        this.url = url;
        this.addresses = addresses;
        this.connect = connect;
        this.close = close;
        this.failures = new ConnectFailures(url);
    }

    /** Fails with {@link OutboundException} if no address accepts a connection. */
    Future<C> run() {
        startNext();
        return winner.future();
    }

    private synchronized void startNext() {
        if (started < addresses.permitted().size() && !winner.future().isComplete()) {
            SocketAddress address = addresses.permitted().get(started++);
            running++;
            long headStart = vertx.setTimer(HEAD_START_MILLIS, id -> startNext());
            connect.apply(address).onComplete(result -> {
                vertx.cancelTimer(headStart);
                end(address, result);
            });
        }
    }

    private synchronized void end(SocketAddress address, AsyncResult<C> result) {
        running--;
        if (result.succeeded()) {
            if (!winner.tryComplete(result.result())) {
                close.accept(result.result());
            }
        } else if (ConnectFailures.isOfAddress(result.cause())) {
            failures.add(address, result.cause());
            startNext();
            if (running == 0) {
                winner.tryFail(new OutboundException(failures.reason(addresses.objections())));
            }
        } else {
            winner.tryFail(new OutboundException(FailureReason.of(url, result.cause())));
        }
    }
}

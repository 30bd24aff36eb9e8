package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RawConnectionTest {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Handler<AsyncResult<Void>>> endHandler = new AtomicReference<>();
    private final RawConnection connection = new RawConnection(context());

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void waitsUntilClientDisconnects() {
        Future<Void> waiting = connection.later(DAY_MILLIS);
        assertThat(waiting.isComplete()).isFalse();

        endHandler.get().handle(Future.succeededFuture());

        assertThat(waiting.succeeded()).isTrue();
    }

    /** The end handler runs before the response counts as closed. A new timer would never be canceled. */
    @Test
    void startsNoTimerAfterClientHasDisconnected() {
        Future<Void> second = connection.later(DAY_MILLIS).compose(over -> connection.later(DAY_MILLIS));

        endHandler.get().handle(Future.succeededFuture());

        assertThat(second.succeeded()).isTrue();
        assertThat(connection.isGone()).isTrue();
    }

    /** A request whose response is neither ended nor closed. */
    @SuppressWarnings("unchecked")
    private RoutingContext context() {
        HttpServerResponse response = fake(HttpServerResponse.class, (method, argument) -> false);
        return fake(RoutingContext.class, (method, argument) -> switch (method) {
            case "vertx" -> vertx;
            case "response" -> response;
            case "addEndHandler" -> {
                endHandler.set((Handler<AsyncResult<Void>>) argument);
                yield 0;
            }
            default -> null;
        });
    }

    private interface Results {

        Object of(String method, Object argument);
    }

    private static <T> T fake(Class<T> type, Results results) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> results.of(method.getName(), arguments == null ? null : arguments[0])));
    }
}

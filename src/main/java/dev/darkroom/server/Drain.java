package dev.darkroom.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Stops the server so that nobody is left with half an answer. From then on nothing falls due and nobody new is let in
 * by a front door; requests and callbacks that are under way are waited for. The back door stays open, for an inbox
 * behind it may be where a callback goes.
 */
@ApplicationScoped
class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final int AFTER_BODY_LIMIT = Doors.BEFORE_ALL_OTHERS - 2;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Failures failures;
    private final Ticker ticker;
    private final HttpCallbackSender sender;
    private final CallbackConfig config;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean stopping;

    Drain(Failures failures, Ticker ticker, HttpCallbackSender sender, CallbackConfig config) {
        this.failures = failures;
        this.ticker = ticker;
        this.sender = sender;
        this.config = config;
    }

    void install(@Observes Filters filters) {
        filters.register(this::count, AFTER_BODY_LIMIT);
    }

    private void count(RoutingContext context) {
        if (context.get(Doors.DIALECT) == null) {
            context.next();
            return;
        }
        requests.incrementAndGet();
        context.addEndHandler(end -> requests.decrementAndGet());
        if (stopping) {
            context.response().putHeader("Connection", "close");
            failures.answer(context, 503);
        } else {
            context.next();
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        ticker.stop();
        long end = System.nanoTime() + config.drain().toNanos();
        while (isBusy() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        if (isBusy()) {
            LOG.warnf(
                    "Stopped with %d requests and %d callbacks under way; darkroom.callback.drain=%s was not enough",
                    requests.get(), sender.underWay(), config.drain());
        }
    }

    private boolean isBusy() {
        return requests.get() > 0 || sender.underWay() > 0;
    }
}

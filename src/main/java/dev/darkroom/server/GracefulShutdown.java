package dev.darkroom.server;

import dev.darkroom.server.settings.CallbackConfig;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Stops the server so that nobody is left with half an answer. From then on nobody new is let in by a front door, and leaps
 * of a clock end where they are; requests that are under way are waited for, what has fallen due by then is done, and
 * nothing falls due any more; then attempts of callbacks are waited for. The back door stays open, for an inbox behind it
 * may be where a callback goes.
 */
@ApplicationScoped
class GracefulShutdown {

    private static final Logger LOG = Logger.getLogger(GracefulShutdown.class);
    private static final int AFTER_BODY_LIMIT = DialectRouter.BEFORE_ALL_OTHERS - 3;
    private static final Duration LOOK = Duration.ofMillis(5);

    /** So long those have to be answered whose task has not ended in time. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final ErrorHandlers failures;
    private final Provider<Sandboxes> sandboxes;
    private final VertxWakeupScheduler ticker;
    private final HttpCallbackSender sender;
    private final CallbackConfig config;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean stopping;

    /** @param sandboxes asked for late, for filters are made before the settings are known to be right */
    GracefulShutdown(
            ErrorHandlers failures,
            Provider<Sandboxes> sandboxes,
            VertxWakeupScheduler ticker,
            HttpCallbackSender sender,
            CallbackConfig config) {
        this.failures = failures;
        this.sandboxes = sandboxes;
        this.ticker = ticker;
        this.sender = sender;
        this.config = config;
    }

    void install(@Observes Filters filters) {
        filters.register(this::count, AFTER_BODY_LIMIT);
    }

    private void count(RoutingContext context) {
        if (context.get(DialectRouter.DIALECT) == null) {
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

    /** The event comes while the server still answers; {@code ShutdownEvent} comes when it has been closed. */
    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping = true;
        LOG.infof("Stopping; requests and callbacks that are under way have %s to finish", config.drain());
        long end = System.nanoTime() + config.drain().toNanos();
        sandboxes.get().all().forEach(sandbox -> sandbox.time().stopAdvances());
        awaitNone(requests::get, end);
        sandboxes.get().all().forEach(sandbox -> sandbox.tasks().closeListeners());
        awaitNone(requests::get, System.nanoTime() + FAREWELL.toNanos());
        ticker.stop();
        sandboxes.get().all().forEach(Sandbox::runDue);
        awaitNone(sender::underWay, end);
        if (requests.get() > 0 || sender.underWay() > 0) {
            LOG.warnf(
                    "Stopped with %d requests and %d callbacks under way; darkroom.callback.drain=%s was not enough",
                    requests.get(), sender.underWay(), config.drain());
        }
    }

    private static void awaitNone(IntSupplier underWay, long end) {
        while (underWay.getAsInt() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}

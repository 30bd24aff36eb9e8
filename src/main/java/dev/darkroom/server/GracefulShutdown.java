package dev.darkroom.server;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.server.connection.ClientConnection;
import dev.darkroom.server.outbound.HttpCallbackSender;
import dev.darkroom.server.settings.CallbackConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Stops the server without cutting off responses. It rejects new requests to dialects, ends clock advances early, and
 * waits for the requests in progress. It then runs everything that is due, stops the timers, and waits for the callback
 * attempts in progress. The control API stays available, because a callback may be sent to one of its inboxes.
 */
@Singleton
class GracefulShutdown {

    private static final Logger LOG = Logger.getLogger(GracefulShutdown.class);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    /** How long the responses to clients that wait for unfinished tasks may take. */
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(1);

    private final ErrorHandlers errors;
    private final Provider<Sandboxes> sandboxes;
    private final VertxWakeupScheduler scheduler;
    private final HttpCallbackSender sender;
    private final CallbackConfig config;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean isStopping;

    /** @param sandboxes resolved on use, because filters are created before the settings are validated */
    GracefulShutdown(
            ErrorHandlers errors,
            Provider<Sandboxes> sandboxes,
            VertxWakeupScheduler scheduler,
            HttpCallbackSender sender,
            CallbackConfig config) {
        this.errors = errors;
        this.sandboxes = sandboxes;
        this.scheduler = scheduler;
        this.sender = sender;
        this.config = config;
    }

    void install(@Observes Filters filters) {
        filters.register(this::count, FilterOrder.SHUTDOWN.priority());
    }

    private void count(RoutingContext context) {
        if (context.get(DialectRouter.DIALECT) == null) {
            context.next();
            return;
        }
        requests.incrementAndGet();
        context.addEndHandler(end -> requests.decrementAndGet());
        if (isStopping) {
            ClientConnection.endAfterResponse(context);
            errors.respond(context, 503);
        } else {
            context.next();
        }
    }

    /** This event is fired while the server still responds; {@code ShutdownEvent} is fired after it has closed. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        isStopping = true;
        LOG.infof("Stopping; waiting up to %s for requests and callbacks in progress", config.drain());
        long end = System.nanoTime() + config.drain().toNanos();
        sandboxes.get().all().forEach(sandbox -> sandbox.time().stopAdvances());
        awaitNone(requests::get, end);
        sandboxes.get().all().forEach(sandbox -> sandbox.tasks().closeListeners());
        awaitNone(requests::get, System.nanoTime() + RESPONSE_TIMEOUT.toNanos());
        scheduler.stop();
        sandboxes.get().all().forEach(Sandbox::runDue);
        awaitNone(sender::inProgress, end);
        if (requests.get() > 0 || sender.inProgress() > 0) {
            LOG.warnf(
                    "Stopped with %d requests and %d callbacks unfinished after darkroom.callback.drain=%s",
                    requests.get(), sender.inProgress(), config.drain());
        }
    }

    private static void awaitNone(IntSupplier inProgress, long end) {
        while (inProgress.getAsInt() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }
}

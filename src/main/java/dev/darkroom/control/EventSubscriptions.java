package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.sandbox.Sandboxes;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients that follow events. */
@ApplicationScoped
class EventSubscriptions {

    /** Every event is passed to each stream, so many would slow down all requests. A page or a test needs one. */
    static final int MAX_SUBSCRIBERS = 32;

    /** Proxies often close a connection on which nothing is sent for 30 or 60 seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Sandboxes sandboxes;
    private final Vertx vertx;
    private final Map<EventSubscription, Runnable> subscribed = new HashMap<>();
    private Optional<Long> heartbeat = Optional.empty();
    private boolean isStopped;

    EventSubscriptions(Sandboxes sandboxes, Vertx vertx) {
        this.sandboxes = sandboxes;
        this.vertx = vertx;
    }

    /**
     * Begins to follow events.
     *
     * @param key of the only sandbox to follow; empty for all sandboxes
     * @param rate how fast to send them
     * @throws ControlException when there are too many subscribers, or the server stops
     */
    synchronized EventSubscription add(Optional<ApiKey> key, EventRate rate) {
        if (isStopped) {
            throw ControlException.unavailable("Darkroom is shutting down.");
        }
        if (subscribed.size() == MAX_SUBSCRIBERS) {
            throw ControlException.tooMany(
                    "There are already " + MAX_SUBSCRIBERS + " streams of events. Close one that you no longer read.");
        }
        EventSubscription subscription = new EventSubscription(
                key, rate, action -> vertx.setTimer(rate.pause().toMillis(), timer -> action.run()));
        subscribed.put(subscription, sandboxes.events().listen(subscription::offer));
        if (heartbeat.isEmpty()) {
            heartbeat = Optional.of(
                    vertx.setPeriodic(HEARTBEAT.toMillis(), timer -> all().forEach(EventSubscription::beat)));
        }
        return subscription;
    }

    /** Ends a stream. A second call does nothing. */
    void remove(EventSubscription subscription) {
        synchronized (this) {
            Runnable unlisten = subscribed.remove(subscription);
            if (unlisten != null) {
                unlisten.run();
            }
            if (subscribed.isEmpty()) {
                heartbeat.ifPresent(vertx::cancelTimer);
                heartbeat = Optional.empty();
            }
        }
        subscription.close();
    }

    /** Ends all streams when the requests and callbacks in progress have ended, so that none delays the shutdown. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownDelayInitiatedEvent event) {
        synchronized (this) {
            isStopped = true;
        }
        all().forEach(this::remove);
    }

    private synchronized List<EventSubscription> all() {
        return List.copyOf(subscribed.keySet());
    }
}

package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.control.EventSubscription.Batch;
import dev.darkroom.sandbox.SandboxEvent;
import dev.darkroom.sandbox.SandboxEvent.ClockMoved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventSubscriptionTest {

    private static final Optional<ApiKey> KEY = ApiKey.parse("sk-a");
    private static final Optional<ApiKey> OTHER_KEY = ApiKey.parse("sk-b");

    private final EventSubscription all = new EventSubscription(Optional.empty());
    private final AtomicInteger wakeups = new AtomicInteger();

    @Test
    void returnsEventsInOrder() {
        offer(all, 1, 3);

        assertThat(ids(all.next())).containsExactly(1L, 2L, 3L);
        assertThat(all.next().events()).isEmpty();
    }

    @Test
    void ignoresOtherSandboxesIfItFollowsOne() {
        EventSubscription one = new EventSubscription(KEY);
        one.offer(event(1, OTHER_KEY));
        one.offer(event(2, KEY));
        one.offer(event(3, Optional.empty()));

        assertThat(ids(one.next())).containsExactly(2L);
    }

    @Test
    void dropsEventsOfASlowClientAndCountsThemInTheirPlace() {
        offer(all, 1, EventSubscription.CAPACITY + 10);
        List<Long> received = new ArrayList<>();
        Batch batch = all.next();
        while (batch.dropped() == 0) {
            received.addAll(ids(batch));
            batch = all.next();
        }
        received.addAll(ids(batch));
        offer(all, 2000, 2000);

        assertThat(received).hasSize(EventSubscription.CAPACITY).endsWith((long) EventSubscription.CAPACITY);
        assertThat(batch.dropped()).isEqualTo(10);
        assertThat(batch.lastDropped()).isEqualTo(EventSubscription.CAPACITY + 10);
        assertThat(ids(all.next())).containsExactly(2000L);
    }

    @Test
    void dropsEventsUntilTheClientHasReceivedTheEarlierOnes() {
        offer(all, 1, EventSubscription.CAPACITY + 1);
        all.next();
        offer(all, 2000, 2000);

        Batch batch = all.next();
        while (!batch.events().isEmpty() && batch.dropped() == 0) {
            batch = all.next();
        }
        assertThat(batch.dropped()).isEqualTo(2);
        assertThat(batch.lastDropped()).isEqualTo(2000);
    }

    @Test
    void wakesTheWriterOnceWhenAnEventArrives() {
        all.whenReady(wakeups::incrementAndGet);
        assertThat(wakeups).hasValue(0);

        offer(all, 1, 2);

        assertThat(wakeups).hasValue(1);
    }

    @Test
    void wakesTheWriterAtOnceIfEventsWait() {
        offer(all, 1, 1);

        all.whenReady(wakeups::incrementAndGet);

        assertThat(wakeups).hasValue(1);
    }

    @Test
    void wakesTheWriterForAHeartbeatWithoutEvents() {
        all.whenReady(wakeups::incrementAndGet);
        all.beat();

        assertThat(wakeups).hasValue(1);
        assertThat(all.next()).isEqualTo(new Batch(List.of(), 0, 0, false));
    }

    @Test
    void endsWhenItIsClosed() {
        all.whenReady(wakeups::incrementAndGet);
        all.close();
        offer(all, 1, 1);

        assertThat(wakeups).hasValue(1);
        assertThat(all.next()).isEqualTo(new Batch(List.of(), 0, 0, true));
    }

    private static void offer(EventSubscription subscription, long first, long last) {
        for (long id = first; id <= last; id++) {
            subscription.offer(event(id, KEY));
        }
    }

    private static SandboxEvent event(long id, Optional<ApiKey> key) {
        return new SandboxEvent(id, key, new ClockMoved(Instant.EPOCH, true, BigDecimal.ONE));
    }

    private static List<Long> ids(Batch batch) {
        return batch.events().stream().map(SandboxEvent::id).toList();
    }
}

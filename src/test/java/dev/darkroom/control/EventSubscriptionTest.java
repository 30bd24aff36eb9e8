package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.control.EventSubscription.Batch;
import dev.darkroom.sandbox.SandboxEvent;
import dev.darkroom.sandbox.SandboxEvent.ClockMoved;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSubscriptionTest {

    private static final Optional<ApiKey> KEY = ApiKey.parse("sk-a");
    private static final Optional<ApiKey> OTHER_KEY = ApiKey.parse("sk-b");

    private static final int CAPACITY = EventRate.UNLIMITED.capacity();

    private final List<Runnable> pauses = new ArrayList<>();
    private final EventSubscription all = subscription(Optional.empty(), EventRate.UNLIMITED);
    private final AtomicInteger wakeups = new AtomicInteger();

    @Test
    void returnsEventsInOrder() {
        offer(all, 1, 3);

        assertThat(ids(all.next())).containsExactly(1L, 2L, 3L);
        assertThat(all.next().events()).isEmpty();
    }

    @Test
    void ignoresOtherSandboxesIfItFollowsOne() {
        EventSubscription one = subscription(KEY, EventRate.UNLIMITED);
        one.offer(event(1, OTHER_KEY));
        one.offer(event(2, KEY));
        one.offer(event(3, Optional.empty()));

        assertThat(ids(one.next())).containsExactly(2L);
    }

    @Test
    void dropsEventsOfASlowClientAndCountsThemInTheirPlace() {
        offer(all, 1, CAPACITY + 10);
        List<Long> received = new ArrayList<>();
        Batch batch = all.next();
        while (batch.dropped() == 0) {
            received.addAll(ids(batch));
            batch = all.next();
        }
        received.addAll(ids(batch));
        offer(all, 2000, 2000);

        assertThat(received).hasSize(CAPACITY).endsWith((long) CAPACITY);
        assertThat(batch.dropped()).isEqualTo(10);
        assertThat(batch.lastDropped()).isEqualTo(CAPACITY + 10);
        assertThat(ids(all.next())).containsExactly(2000L);
    }

    @Test
    void dropsEventsUntilTheClientHasReceivedTheEarlierOnes() {
        offer(all, 1, CAPACITY + 1);
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

    @Test
    void neverPausesWithoutALimit() {
        offer(all, 1, 20);
        all.next();

        assertThat(pauses).isEmpty();
        assertThat(all.next().events()).hasSize(4);
    }

    @Test
    void sendsFirstEventAtOnceAndPausesAfterEachBatch() {
        EventSubscription limited = subscription(Optional.empty(), EventRate.of(30));
        offer(limited, 1, 1);
        assertThat(ids(limited.next())).containsExactly(1L);

        offer(limited, 2, 5);
        limited.whenReady(wakeups::incrementAndGet);
        assertThat(wakeups).hasValue(0);
        assertThat(limited.next()).isEqualTo(new Batch(List.of(), 0, 0, false));

        endPause();
        assertThat(wakeups).hasValue(1);
        assertThat(ids(limited.next())).containsExactly(2L, 3L, 4L);
    }

    @Test
    void dropsEventsBeyondTheRateAndCountsThemAfterTheOthers() {
        EventSubscription limited = subscription(Optional.empty(), EventRate.of(30));
        offer(limited, 1, 10_000);

        List<Long> received = new ArrayList<>();
        Batch batch = limited.next();
        while (batch.dropped() == 0) {
            received.addAll(ids(batch));
            endPause();
            batch = limited.next();
        }
        received.addAll(ids(batch));

        assertThat(received).hasSize(30).endsWith(30L);
        assertThat(batch.dropped()).isEqualTo(10_000 - 30);
        assertThat(batch.lastDropped()).isEqualTo(10_000);
    }

    @Test
    void sendsHeartbeatAndEndDuringAPause() {
        EventSubscription limited = subscription(Optional.empty(), EventRate.of(1));
        offer(limited, 1, 2);
        limited.next();
        limited.whenReady(wakeups::incrementAndGet);
        limited.beat();
        assertThat(wakeups).hasValue(1);
        assertThat(limited.next()).isEqualTo(new Batch(List.of(), 0, 0, false));

        limited.whenReady(wakeups::incrementAndGet);
        limited.close();
        assertThat(wakeups).hasValue(2);
        assertThat(limited.next().isOver()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 15, 19, 20, 25, 99, 100, 333, 999, 1000})
    void neverExceedsTheRateAndSendsAllThatWaitsInAboutASecond(int perSecond) {
        EventRate rate = EventRate.of(perSecond);
        long batches = Duration.ofSeconds(1).toMillis() / rate.pause().toMillis();

        assertThat(batches * rate.batch()).isLessThanOrEqualTo(perSecond);
        assertThat(rate.pause().toMillis() * rate.capacity() / rate.batch()).isBetween(1000L, 1200L);
    }

    private EventSubscription subscription(Optional<ApiKey> key, EventRate rate) {
        return new EventSubscription(key, rate, pauses::add);
    }

    private void endPause() {
        pauses.remove(0).run();
        assertThat(pauses).isEmpty();
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

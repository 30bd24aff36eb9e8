package dev.darkroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Compares random schedules with a naive limit that remembers every permitted unit forever, and counts. */
class RateLimitHistoryTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    record Request(int pauseMillis, int units) {}

    @Property
    void agreesWithNaiveLimitForSingleRequests(
            @ForAll @IntRange(min = 1, max = 5) int requests,
            @ForAll @IntRange(min = 1, max = 50) int windowMillis,
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 40) Integer> pauses) {
        RateLimit limit = RateLimit.of(new RateRule(requests, Duration.ofMillis(windowMillis)));
        Naive naive = new Naive(requests, windowMillis);
        Instant now = START;
        for (int pause : pauses) {
            now = now.plusMillis(pause);
            naive.assertAgrees(1, now, limit.acquire(1, now));
        }
    }

    @Property
    void agreesWithNaiveLimitForSeveralUnitsAtOnce(
            @ForAll @IntRange(min = 1, max = 12) int requests,
            @ForAll @IntRange(min = 1, max = 50) int windowMillis,
            @ForAll("schedules") List<Request> schedule) {
        RateLimit limit = RateLimit.of(new RateRule(requests, Duration.ofMillis(windowMillis)));
        Naive naive = new Naive(requests, windowMillis);
        Instant now = START;
        for (Request request : schedule) {
            now = now.plusMillis(request.pauseMillis());
            naive.assertAgrees(request.units(), now, limit.acquire(request.units(), now));

            RateLimitState state = limit.state(now);
            assertThat(state.remaining()).isEqualTo(requests - naive.count(now));
            assertThat(naive.count(state.resetsAt())).isZero();
        }
    }

    @Provide
    Arbitrary<List<Request>> schedules() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 15))
                .as(Request::new)
                .list()
                .ofMaxSize(200);
    }

    private static final class Naive {

        private final int requests;
        private final int windowMillis;
        private final List<Instant> permitted = new ArrayList<>();

        Naive(int requests, int windowMillis) {
            this.requests = requests;
            this.windowMillis = windowMillis;
        }

        void assertAgrees(int units, Instant now, Duration wait) {
            assertThat(wait.isZero()).isEqualTo(wouldPermit(units, now));
            if (wait.isZero()) {
                permitted.addAll(Collections.nCopies(units, now));
            } else if (units > requests) {
                assertThat(wait).isEqualTo(Duration.ofMillis(windowMillis));
            } else {
                assertThat(wouldPermit(units, now.plus(wait))).isTrue();
                assertThat(wouldPermit(units, now.plus(wait).minusNanos(1))).isFalse();
            }
        }

        boolean wouldPermit(int units, Instant now) {
            return count(now) + units <= requests;
        }

        int count(Instant now) {
            return (int) permitted.stream()
                    .filter(at -> at.isAfter(now.minusMillis(windowMillis)))
                    .count();
        }
    }
}

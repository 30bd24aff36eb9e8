package dev.darkroom.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void fixedLatencyNeverChanges() {
        assertThat(draws(new Latency.Fixed(SECOND), 1, 100)).containsOnly(SECOND);
    }

    @Test
    void rangeIsEvenAndIncludesBothEnds() {
        List<Duration> draws = draws(new Latency.Range(Duration.ofMillis(10), Duration.ofMillis(14)), 1, 5000);

        for (int millis = 10; millis <= 14; millis++) {
            Duration each = Duration.ofMillis(millis);
            assertThat(draws.stream().filter(each::equals).count()).isBetween(850L, 1150L);
        }
        assertThat(draws).allMatch(d -> d.toMillis() >= 10 && d.toMillis() <= 14);
        assertThat(draws(new Latency.Range(SECOND, SECOND), 1, 3)).containsOnly(SECOND);
    }

    @Test
    void logNormalHasItsMedianAndP95() {
        List<Duration> draws = draws(new Latency.LogNormal(Duration.ofSeconds(20), MINUTE), 1, 100_000);

        assertThat(share(draws, Duration.ofSeconds(20))).isBetween(0.49, 0.51);
        assertThat(share(draws, MINUTE)).isBetween(0.945, 0.955);
        assertThat(share(draws, Duration.ofSeconds(20).dividedBy(3))).isBetween(0.045, 0.055);
    }

    @Test
    void sameSeedGivesSameLatencies() {
        Latency latency = new Latency.LogNormal(SECOND, MINUTE);
        assertThat(draws(latency, 7, 1000)).isEqualTo(draws(latency, 7, 1000)).isNotEqualTo(draws(latency, 8, 1000));
        // drawn on JDK 17 and on JDK 25; these values must never change
        assertThat(draws(latency, 7, 3).stream().map(Duration::toMillis)).containsExactly(11711L, 10L, 1010L);
    }

    @Test
    void rejectsImpossibleLatencies() {
        assertThatThrownBy(() -> new Latency.Fixed(SECOND.negated())).hasMessageContaining("PT-1S");
        assertThatThrownBy(() -> new Latency.Fixed(Latency.MAX.plusNanos(1))).hasMessageContaining("latency");
        assertThatThrownBy(() -> new Latency.Range(MINUTE, SECOND)).hasMessageContaining("PT1M");
        assertThatThrownBy(() -> new Latency.LogNormal(Duration.ZERO, SECOND)).hasMessageContaining("median");
        assertThatThrownBy(() -> new Latency.LogNormal(MINUTE, SECOND)).hasMessageContaining("p95");
    }

    @Test
    void logNormalIsBounded() {
        assertThat(draws(new Latency.LogNormal(Duration.ofMillis(1), Latency.MAX), 1, 1000))
                .allMatch(d -> d.compareTo(Latency.MAX) <= 0)
                .contains(Latency.MAX);
    }

    private static double share(List<Duration> draws, Duration limit) {
        return draws.stream().filter(d -> d.compareTo(limit) <= 0).count() / (double) draws.size();
    }

    private static List<Duration> draws(Latency latency, long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToObj(i -> latency.draw(random)).toList();
    }
}

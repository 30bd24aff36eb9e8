package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    private static final long TAG = 0x0123456789ABCDEFL;

    @Test
    void eachBitOfServerSeedHasAnEffect() {
        assertThat(LongStream.concat(LongStream.of(0), bits()).map(seed -> RandomStreams.seed(seed, TAG)))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachBitOfKeyTagHasAnEffect() {
        assertThat(LongStream.concat(LongStream.of(0), bits()).map(tag -> RandomStreams.seed(42, tag)))
                .doesNotHaveDuplicates();
    }

    @Test
    void neighboringServerSeedsGiveDifferentRuns() {
        assertThat(LongStream.range(0, 4096).map(seed -> RandomStreams.seed(seed, TAG)))
                .doesNotHaveDuplicates();
    }

    @Test
    void seedHasAtMost53Bits() {
        assertThat(bits().map(seed -> RandomStreams.seed(seed, TAG)))
                .allSatisfy(seed -> assertThat(seed).isBetween(0L, (1L << 53) - 1));
    }

    @Test
    void eachBitOfSandboxSeedHasAnEffect() {
        assertThat(LongStream.concat(LongStream.of(0), bits())
                        .mapToObj(seed -> new RandomStreams(seed).nextTaskId(id -> false)))
                .doesNotHaveDuplicates();
    }

    @Test
    void errorsDoNotShiftTaskIds() {
        RandomStreams quiet = new RandomStreams(7);
        RandomStreams withErrors = new RandomStreams(7);
        List<UUID> expected = taskIds(quiet);
        Set<UUID> errorIds = new HashSet<>();
        IntStream.range(0, 5).forEach(i -> errorIds.add(withErrors.nextErrorId()));

        assertThat(taskIds(withErrors)).isEqualTo(expected).doesNotContainAnyElementsOf(errorIds);
        assertThat(errorIds).hasSize(5).allSatisfy(id -> assertThat(id.version())
                .isEqualTo(4));
        assertThat(new RandomStreams(7).nextErrorId()).isIn(errorIds);
        assertThat(new RandomStreams(8).nextErrorId()).isNotIn(errorIds);
    }

    private static List<UUID> taskIds(RandomStreams random) {
        return Stream.generate(() -> random.nextTaskId(id -> false)).limit(5).toList();
    }

    private static LongStream bits() {
        return IntStream.range(0, Long.SIZE).mapToLong(bit -> 1L << bit);
    }
}

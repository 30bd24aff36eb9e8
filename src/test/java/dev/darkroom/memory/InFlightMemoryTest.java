package dev.darkroom.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.memory.InFlightMemory.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InFlightMemoryTest {

    private final InFlightMemory memory = new InFlightMemory(100);
    private final List<String> revoked = new ArrayList<>();

    @Test
    void holderMayUseAllMemoryAlone() {
        assertThat(reserve("flood", 60)).isPresent();
        assertThat(reserve("flood", 40)).isPresent();
        assertThat(reserve("flood", 1)).isEmpty();
        assertThat(memory.reserved()).isEqualTo(100);
        assertThat(memory.refusals()).isEqualTo(1);
    }

    @Test
    void largestHolderGivesWayOldestFirst() {
        reserve("flood", 50, "first");
        reserve("flood", 50, "second");

        assertThat(reserve("quiet", 10)).isPresent();
        assertThat(revoked).containsExactly("first");
        assertThat(memory.reserved()).isEqualTo(60);
        assertThat(memory.revocations()).isEqualTo(1);
    }

    @Test
    void smallerHoldersKeepTheirMemory() {
        reserve("quiet", 10);
        reserve("flood", 90);

        assertThat(reserve("flood", 10)).isEmpty();
        assertThat(reserve("late", 95)).isEmpty();
        assertThat(revoked).isEmpty();
    }

    @Test
    void reservationGrowsAndShrinks() {
        Reservation growing = reserve("a", 10).orElseThrow();
        assertThat(growing.grow(80)).isTrue();
        assertThat(growing.grow(20)).isFalse();
        growing.shrink(50);
        assertThat(memory.reserved()).isEqualTo(40);
        growing.release();
        growing.release();
        assertThat(memory.reserved()).isZero();
        assertThat(growing.grow(1)).isFalse();
    }

    @Test
    void pinnedMemoryIsNotRevoked() {
        assertThat(reserve("busy", 25).orElseThrow().pin()).isTrue();
        reserve("flood", 75, "flood");

        assertThat(reserve("quiet", 20)).isPresent();
        assertThat(revoked).containsExactly("flood");
    }

    @Test
    void holderCanPinWhatOthersLeaveOfHalf() {
        assertThat(reserve("a", 51).orElseThrow().pin()).isFalse();
        assertThat(reserve("a", 20).orElseThrow().pin()).isTrue();
        assertThat(reserve("a", 11).orElseThrow().pin()).isFalse();
        assertThat(reserve("b", 11).orElseThrow().pin()).isTrue();
    }

    @Test
    void releasedMemoryCanBePinnedAgain() {
        Reservation pinned = reserve("a", 25).orElseThrow();
        assertThat(pinned.pin()).isTrue();
        pinned.shrink(20);
        assertThat(reserve("b", 22).orElseThrow().pin()).isTrue();
        pinned.release();
        assertThat(reserve("c", 14).orElseThrow().pin()).isTrue();
    }

    @Test
    void smallHolderTakesPlaceOfOldestOfItsSize() {
        InFlightMemory large = new InFlightMemory(256 * 10);
        for (int i = 0; i < 256; i++) {
            String name = "holder " + i;
            assertThat(large.reserve(name, 10, () -> revoked.add(name))).isPresent();
        }
        assertThat(large.reserve("late", 10, () -> {})).isPresent();
        assertThat(large.reserve("larger", 11, () -> {})).isEmpty();
        assertThat(revoked).containsExactly("holder 0");
    }

    @Test
    void smallHolderCanPinMoreThanHalf() {
        InFlightMemory large = new InFlightMemory(256 * 10);
        assertThat(large.reserve("flood", 256 * 5, () -> {}).orElseThrow().pin())
                .isTrue();
        assertThat(large.reserve("small", 10, () -> {}).orElseThrow().pin()).isTrue();
        assertThat(large.reserve("larger", 11, () -> {}).orElseThrow().pin()).isFalse();
    }

    private Optional<Reservation> reserve(String holder, long bytes) {
        return reserve(holder, bytes, holder);
    }

    private Optional<Reservation> reserve(String holder, long bytes, String name) {
        return memory.reserve(holder, bytes, () -> revoked.add(name));
    }
}

package dev.darkroom.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {

    private static final int LIMIT = 10_000;

    /** What large holders can use; the rest is reserved for small ones. */
    private static final int FOR_ALL = LIMIT / 8 * 7;

    private final SharedMemory memory = new SharedMemory(LIMIT);

    @Test
    void holderOfMostDropsItsOldestData() {
        Holder quiet = new Holder();
        Holder flooding = new Holder();
        quiet.add(10, 20);
        for (int i = 0; i < 5000; i++) {
            flooding.add(7);
        }

        assertThat(quiet.items).containsExactly(10, 20);
        assertThat(flooding.added - flooding.items.size()).isPositive();
        assertThat(memory.used()).isBetween(LIMIT * 9L / 10, (long) LIMIT);
    }

    @Test
    void holdersOfMuchPayAlike() {
        Holder quiet = new Holder();
        quiet.add(1000);
        List<Holder> flooding = Stream.generate(Holder::new).limit(4).toList();
        for (int i = 0; i < 4000; i++) {
            flooding.get(i % flooding.size()).add(10);
        }

        assertThat(quiet.items).hasSize(1);
        assertThat(flooding)
                .allSatisfy(holder -> assertThat(holder.share.bytes()).isBetween(1700L, 2700L));
    }

    @Test
    void newHolderFindsRoomBesideFullOnes() {
        List<Holder> full = Stream.generate(Holder::new).limit(100).toList();
        for (int i = 0; i < 5000; i++) {
            full.get(i % full.size()).add(10);
        }
        Holder late = new Holder();
        late.add(10, 10, 10, 10, 10);
        for (int i = 0; i < 5000; i++) {
            full.get(i % full.size()).add(10);
        }

        assertThat(late.items).hasSize(5);
        assertThat(full).noneMatch(holder -> holder.items.isEmpty());
    }

    @Test
    void holderWithFixedDataDropsItsOtherDataFirst() {
        Holder held = new Holder();
        held.share.addFixed(4000);
        held.add(500, 500);
        Holder other = new Holder();
        for (int i = 0; i < 300; i++) {
            other.add(20);
        }

        assertThat(held.items).hasSizeLessThan(2);
        assertThat(held.share.fixedBytes()).isEqualTo(4000);
        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void fixedDataLeavesRoomForOneMoreHolder() {
        for (int left = FOR_ALL / 2; left > 1000; left /= 2) {
            Holder greedy = new Holder();
            assertThat(greedy.share.hasRoomFor(10)).isTrue();
            while (greedy.share.hasRoomFor(10)) {
                greedy.share.addFixed(10);
            }
            assertThat(greedy.share.fixedBytes()).isBetween(left - 20L, left + 10L);
        }
        assertThat(memory.isScarce()).isTrue();
    }

    @Test
    void holdersThatFillTheMemoryTogetherGetEqualParts() {
        List<Holder> greedy = Stream.generate(Holder::new).limit(4).toList();
        for (int i = 0; i < LIMIT; i++) {
            Share share = greedy.get(i % greedy.size()).share;
            if (share.hasRoomFor(10)) {
                share.addFixed(10);
            }
        }

        assertThat(greedy)
                .allSatisfy(holder -> assertThat(holder.share.fixedBytes()).isBetween(FOR_ALL / 5 - 20L, FOR_ALL / 5L));
        assertThat(new Holder().share.hasRoomFor(FOR_ALL / 5)).isTrue();
    }

    @Test
    void largeHoldersLeaveRoomForSmallOnes() {
        for (int i = 0; i < 50; i++) {
            Holder greedy = new Holder();
            while (greedy.share.hasRoomFor(10)) {
                greedy.share.addFixed(10);
            }
        }
        Holder small = new Holder();
        assertThat(small.share.hasRoomFor(10)).isTrue();
        assertThat(small.share.hasRoomFor(100)).isFalse();
    }

    @Test
    void releasedDataIsDroppable() {
        Holder holder = new Holder();
        holder.share.addFixed(LIMIT / 2);
        assertThat(holder.share.hasRoomFor(1)).isFalse();

        holder.share.release(LIMIT / 2);
        assertThat(holder.share.hasRoomFor(LIMIT / 2)).isTrue();
        assertThat(memory.used()).isEqualTo(LIMIT / 2);
    }

    @Test
    void closedShareUsesNothing() {
        Holder holder = new Holder();
        holder.add(100);
        holder.share.addFixed(100);
        holder.share.close();
        holder.share.add(100);

        assertThat(memory.used()).isZero();
        assertThat(memory.free()).isEqualTo(LIMIT);
    }

    /** Holds items of different sizes, and drops the oldest first. */
    private final class Holder {

        private final ArrayDeque<Integer> items = new ArrayDeque<>();
        private final Share share = memory.newShare(this::drop);
        private int added;

        void add(int... sizes) {
            for (int size : sizes) {
                share.makeRoom(size);
                items.addLast(size);
                share.add(size);
                added++;
            }
        }

        private void drop(long bytes) {
            long kept = share.bytes() - bytes;
            while (!items.isEmpty() && share.bytes() > kept) {
                share.remove(items.removeFirst());
            }
        }
    }
}

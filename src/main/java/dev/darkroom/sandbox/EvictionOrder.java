package dev.darkroom.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which sandbox is evicted next: an idle one that has not been used for a long time. It compares only a few
 * sandboxes, so a choice costs the same whether the server has ten sandboxes or a hundred thousand. It keeps busy
 * sandboxes apart, because they are never evicted.
 *
 * <p>Not thread-safe.
 */
final class EvictionOrder {

    /** How many sandboxes a choice compares, and how many of the busy ones it checks for idleness. */
    static final int CHECKS = 8;

    /** The sandboxes that were idle at their last check. */
    private final Set<Sandbox> idle = new LinkedHashSet<>();

    private final Set<Sandbox> busy = new LinkedHashSet<>();

    void add(Sandbox sandbox) {
        idle.add(sandbox);
    }

    void remove(Sandbox sandbox) {
        if (!idle.remove(sandbox)) {
            busy.remove(sandbox);
        }
    }

    /**
     * The sandbox to evict; empty when no more than {@code capacity} are known to be idle. Several calls may be needed
     * to find the idle ones.
     */
    Optional<Sandbox> next(int capacity) {
        if (idle.size() + busy.size() <= capacity) {
            return Optional.empty();
        }
        findIdle();
        return idle.size() > capacity ? leastRecentlyUsed().filter(found -> idle.size() > capacity) : Optional.empty();
    }

    private void findIdle() {
        for (Sandbox sandbox : removeFirst(busy)) {
            (sandbox.isIdle() ? idle : busy).add(sandbox);
        }
    }

    private Optional<Sandbox> leastRecentlyUsed() {
        List<Sandbox> compared = new ArrayList<>(CHECKS);
        for (Sandbox sandbox : removeFirst(idle)) {
            if (sandbox.isIdle()) {
                compared.add(sandbox);
            } else {
                busy.add(sandbox);
            }
        }
        idle.addAll(compared);
        return compared.stream().min(Comparator.comparingLong(Sandbox::lastUse));
    }

    private static List<Sandbox> removeFirst(Set<Sandbox> sandboxes) {
        List<Sandbox> first = sandboxes.stream().limit(CHECKS).toList();
        first.forEach(sandboxes::remove);
        return first;
    }
}

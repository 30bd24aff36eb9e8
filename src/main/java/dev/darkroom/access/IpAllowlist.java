package dev.darkroom.access;

import java.net.InetAddress;
import java.util.List;

/**
 * The addresses that a key may be used from.
 *
 * @param ranges at most {@value #MAX}; empty when the key may be used from anywhere
 */
public record IpAllowlist(List<IpRange> ranges) {

    /** The maximum number of ranges. */
    public static final int MAX = 10;

    public static final IpAllowlist ANYWHERE = new IpAllowlist(List.of());

    /** @throws IllegalArgumentException when there are more than {@value #MAX} ranges */
    public IpAllowlist {
        if (ranges.size() > MAX) {
            throw new IllegalArgumentException("an allow-list has at most " + MAX + " ranges, not " + ranges.size());
        }
        ranges = List.copyOf(ranges);
    }

    public boolean allows(InetAddress address) {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.contains(address));
    }
}

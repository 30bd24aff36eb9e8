package dev.darkroom.access;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * One address, or a range of addresses that begin alike.
 *
 * @param text as it was written: {@code 203.0.113.7}, {@code 10.0.0.0/8}, {@code 2001:db8::/32}
 * @param network an address of the range; its bits after the first {@code prefix} do not matter
 * @param prefix how many bits all addresses of the range share
 */
public record IpRange(String text, InetAddress network, int prefix) {

    /** What {@link #parse} takes, in words. */
    public static final String RULE =
            "an IPv4 or IPv6 address such as 203.0.113.7, or a range such as 10.0.0.0/8 or 2001:db8::/32";

    private static final int V4_IN_V6 = 96;

    /** Empty when {@code text} is neither an address nor a range in CIDR notation. */
    public static Optional<IpRange> parse(String text) {
        String[] parts = text.split("/", 2);
        Optional<InetAddress> network = IpAddress.parse(parts[0]);
        if (network.isEmpty()) {
            return Optional.empty();
        }
        int bits = network.get().getAddress().length * Byte.SIZE;
        if (parts.length == 1) {
            return Optional.of(new IpRange(text, network.get(), bits));
        }
        if (!parts[1].matches("\\d{1,3}")) {
            return Optional.empty();
        }
        boolean mapped = network.get() instanceof Inet4Address && parts[0].contains(":");
        int prefix = Integer.parseInt(parts[1]) - (mapped ? V4_IN_V6 : 0);
        return prefix >= 0 && prefix <= bits ? Optional.of(new IpRange(text, network.get(), prefix)) : Optional.empty();
    }

    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        int rest = prefix % Byte.SIZE;
        return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xFF) >>> (Byte.SIZE - rest) == 0;
    }
}

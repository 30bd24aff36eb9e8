package dev.darkroom.access;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * One address, or a range of addresses in CIDR notation. The range holds a number and no {@link InetAddress}: a native
 * executable cannot be built with an {@code InetAddress} in a static field.
 *
 * @param text as written: {@code 203.0.113.7}, {@code 10.0.0.0/8}, {@code 2001:db8::/32}
 * @param bits the length of an address: 32 for IPv4, 128 for IPv6
 * @param prefix the number of leading bits that all addresses of the range share
 * @param network these leading bits, as a number
 */
public record IpRange(String text, int bits, int prefix, BigInteger network) {

    /** The rule of {@link #parse}, for error messages. */
    public static final String RULE =
            "an IPv4 or IPv6 address such as 203.0.113.7, or a range such as 10.0.0.0/8 or 2001:db8::/32";

    private static final int MAPPED_IPV4_PREFIX = 96;

    /** Empty when {@code text} is neither an address nor a range in CIDR notation. */
    public static Optional<IpRange> parse(String text) {
        String[] parts = text.split("/", 2);
        Optional<InetAddress> parsed = IpAddress.parse(parts[0]);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        InetAddress address = parsed.get();
        int bits = bits(address);
        if (parts.length == 1) {
            return Optional.of(new IpRange(text, bits, bits, leadingBits(address, bits)));
        }
        if (!parts[1].matches("\\d{1,3}")) {
            return Optional.empty();
        }
        boolean isMappedIpv4 = address instanceof Inet4Address && parts[0].contains(":");
        int prefix = Integer.parseInt(parts[1]) - (isMappedIpv4 ? MAPPED_IPV4_PREFIX : 0);
        return prefix >= 0 && prefix <= bits
                ? Optional.of(new IpRange(text, bits, prefix, leadingBits(address, prefix)))
                : Optional.empty();
    }

    public boolean contains(InetAddress address) {
        return bits(address) == bits && leadingBits(address, prefix).equals(network);
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static BigInteger leadingBits(InetAddress address, int prefix) {
        return new BigInteger(1, address.getAddress()).shiftRight(bits(address) - prefix);
    }
}

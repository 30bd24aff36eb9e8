package dev.darkroom.access;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that Darkroom may send requests to. Anyone who can reach Darkroom can choose these addresses. By
 * default, requests therefore stay on this machine and in private networks, where tests and containers run. They never
 * go to addresses at which clouds serve credentials.
 *
 * @param settings the prefix of this policy's settings
 * @param allowed further addresses that requests may go to
 * @param denied addresses that requests may not go to, even if they are allowed
 */
public record AddressPolicy(String settings, List<IpRange> allowed, List<IpRange> denied) {

    /**
     * Link-local addresses, which metadata services use; metadata services elsewhere; prefixes that only the network
     * can translate to an IPv4 address (RFC 8215); multicast and reserved addresses.
     */
    private static final List<IpRange> NEVER = ranges(
            "169.254.0.0/16",
            "fe80::/10",
            "100.100.100.200",
            "168.63.129.16",
            "fd00:ec2::/32",
            "fd20:ce::/32",
            "fd00:c1::/32",
            "fd00:42::/32",
            "64:ff9b:1::/48",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "ff00::/8");

    private static final List<IpRange> PRIVATE = ranges(
            "127.0.0.0/8",
            "::1",
            "0.0.0.0",
            "::",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "fc00::/7");

    /** IPv6 ranges whose addresses embed an IPv4 address. */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(range("64:ff9b::/96"), 12),
            new Embedding(range("2002::/16"), 2),
            new Embedding(range("::/96"), 12));

    public AddressPolicy {
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
    }

    /** The reason why no request may go to this address; empty when requests may. */
    public Optional<String> objection(InetAddress address) {
        InetAddress target = EMBEDDINGS.stream()
                .filter(embedding -> embedding.contains(address))
                .findFirst()
                .map(embedding -> embedding.ipv4(address))
                .orElse(address);
        String text = address.getHostAddress();
        if (isIn(NEVER, target) || isIn(NEVER, address)) {
            return Optional.of(text + " is always denied: it is link-local, multicast, reserved or a cloud's metadata");
        }
        if (isIn(denied, target) || isIn(denied, address)) {
            return Optional.of(text + " is denied by " + settings + ".deny");
        }
        if (isIn(PRIVATE, target) || isIn(allowed, target) || isIn(allowed, address)) {
            return Optional.empty();
        }
        return Optional.of(text + " is a public address; set " + settings + ".allow to permit it");
    }

    private static boolean isIn(List<IpRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<IpRange> ranges(String... texts) {
        return List.of(texts).stream().map(AddressPolicy::range).toList();
    }

    private static IpRange range(String text) {
        return IpRange.parse(text).orElseThrow();
    }

    /** @param offset the index of the first byte of the IPv4 address */
    private record Embedding(IpRange range, int offset) {

        boolean contains(InetAddress address) {
            boolean isSpecial = address.isLoopbackAddress() || address.isAnyLocalAddress();
            return !isSpecial && range.contains(address);
        }

        InetAddress ipv4(InetAddress address) {
            byte[] bytes = address.getAddress();
            String dotted = (bytes[offset] & 0xFF) + "." + (bytes[offset + 1] & 0xFF) + "." + (bytes[offset + 2] & 0xFF)
                    + "." + (bytes[offset + 3] & 0xFF);
            return IpAddress.parse(dotted).orElseThrow();
        }
    }
}

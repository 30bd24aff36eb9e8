package dev.darkroom.access;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where requests of ours may go. A client names their address, and whoever can reach Darkroom is a client; so by default
 * they stay on this machine and in private networks, which is where tests and containers are, and they never go where
 * clouds hand out credentials.
 *
 * @param settings the name that the settings of this policy begin with
 * @param allowed where they may go besides
 * @param denied where they may not go, even if it is allowed
 */
public record AddressPolicy(String settings, List<IpRange> allowed, List<IpRange> denied) {

    /**
     * Link-local addresses, where metadata services are, those that are elsewhere, what leads to an IPv4 address in ways
     * that only the network knows (RFC 8215), and what is no host at all.
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

    /** Ranges of IPv6 whose addresses have one of IPv4 inside, and after how many bytes. */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(range("64:ff9b::/96"), 12),
            new Embedding(range("2002::/16"), 2),
            new Embedding(range("::/96"), 12));

    public AddressPolicy {
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
    }

    /** Why no request may go to this address; empty when one may. */
    public Optional<String> objection(InetAddress address) {
        InetAddress meant = EMBEDDINGS.stream()
                .filter(embedding -> embedding.holds(address))
                .findFirst()
                .map(embedding -> embedding.inner(address))
                .orElse(address);
        String text = address.getHostAddress();
        if (isIn(NEVER, meant) || isIn(NEVER, address)) {
            return Optional.of(
                    "nothing ever goes to " + text + ": it is link-local, multicast, reserved or a cloud's metadata");
        }
        if (isIn(denied, meant) || isIn(denied, address)) {
            return Optional.of(settings + ".deny has " + text);
        }
        if (isIn(PRIVATE, meant) || isIn(allowed, meant) || isIn(allowed, address)) {
            return Optional.empty();
        }
        return Optional.of(text + " is a public address; set " + settings + ".allow if requests shall go there");
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

    private record Embedding(IpRange range, int offset) {

        boolean holds(InetAddress address) {
            boolean plain = address.isLoopbackAddress() || address.isAnyLocalAddress();
            return !plain && range.contains(address);
        }

        InetAddress inner(InetAddress address) {
            byte[] all = address.getAddress();
            String dotted = (all[offset] & 0xFF) + "." + (all[offset + 1] & 0xFF) + "." + (all[offset + 2] & 0xFF) + "."
                    + (all[offset + 3] & 0xFF);
            return IpAddress.parse(dotted).orElseThrow();
        }
    }
}

package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import java.math.BigDecimal;
import java.util.Optional;

/** What a program needs from any vendor, whatever its API looks like. */
interface VendorClient {

    /** The dialect's name. */
    String name();

    /** The vendor's host name. */
    String host();

    /** The same client, using another route. */
    VendorClient withRoute(Route route);

    /** The path of the create operation, without the dialect's prefix. */
    String create();

    /** A create request, with {@code %s} for the prompt. */
    String body();

    /** The key, with control of its sandbox. */
    SandboxClient account();

    /** The price of an image for a request with only a prompt, in the vendor's currency. */
    BigDecimal price();

    BigDecimal balance();

    /** Orders an image. */
    Order order(String prompt);

    /** An order in progress. */
    interface Order {

        /** The error response; empty if the order was accepted. */
        Optional<Rejection> rejection();

        /** The image's URL; empty if the order failed. Call it only after the order has had time to end. */
        Optional<String> imageUrl();
    }

    /** @param retryAfter the seconds to wait, if the vendor gives them */
    record Rejection(int status, Optional<String> retryAfter) {}
}

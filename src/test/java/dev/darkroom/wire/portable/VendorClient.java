package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import java.math.BigDecimal;
import java.util.Optional;

/** The operations that a program needs from any vendor, independent of the vendor's API. */
interface VendorClient {

    /** The dialect's name. */
    String name();

    /** The vendor's host name. */
    String host();

    /** The same client, using another route. */
    VendorClient withRoute(Route route);

    /** The path of the create operation without the dialect's prefix. */
    String createPath();

    /** A create request, with {@code %s} for the prompt. */
    String bodyTemplate();

    /** The key, with control of its sandbox. */
    SandboxClient account();

    /** The price of an image for a request with only a prompt, in the vendor's currency. */
    BigDecimal price();

    BigDecimal balance();

    /** Submits a request for an image. Returns when it has been accepted or rejected. */
    Submission submit(String prompt);

    /** A submitted request. */
    interface Submission {

        /** The error response; empty if the request was accepted. */
        Optional<Rejection> rejection();

        /** The image's URL; empty if the task failed. Call it only after the task has had time to end. */
        Optional<String> imageUrl();
    }

    /** @param retryAfter the {@code Retry-After} header in seconds, if the vendor sends it */
    record Rejection(int status, Optional<String> retryAfter) {}
}

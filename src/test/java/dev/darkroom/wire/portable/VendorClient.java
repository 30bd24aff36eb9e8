package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import java.math.BigDecimal;
import java.util.Optional;

/** What a program wants of whoever sells the model, whatever its API looks like. */
interface VendorClient {

    /** What its front door is called. */
    String name();

    /** The name of its host. */
    String host();

    /** The same, reached in another way. */
    VendorClient through(Route door);

    /** Its key, and a hand on its sandbox. */
    SandboxClient account();

    /** What a picture costs when nothing but a prompt is sent, in the seller's own money. */
    BigDecimal price();

    BigDecimal balance();

    /** Orders a picture. */
    Order order(String prompt);

    /** An order on its way. */
    interface Order {

        /** With which status it was refused; empty when it was taken. */
        Optional<Refusal> refusal();

        /** Where the picture is, once there is one; empty when there will be none. To be asked when the order has had its time. */
        Optional<String> picture();
    }

    /** @param retryAfter seconds, where the seller says how long to wait */
    record Refusal(int status, Optional<String> retryAfter) {}
}

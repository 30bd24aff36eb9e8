package dev.darkroom.api;

import java.util.EnumSet;
import java.util.List;

/** What a create request is checked for. The first check that it does not pass is the one that it is told of. */
public enum Check {
    /** The key can be read, is known, and may be used. */
    KEY,
    /** The key may be used from this address. */
    IP,
    /** Not too many requests. */
    RATE,
    /** No fault is planted for requests. */
    FAULT,
    /** The body is JSON, and all fields are there and valid. */
    BODY,
    /** The model exists and is active. */
    MODEL,
    /** The price is within the key's spend limits. */
    SPEND,
    /** The balance bears the price. */
    BALANCE;

    /** The order where nothing speaks for another. */
    public static final List<Check> USUAL_ORDER = List.of(values());

    /** What {@link #isOrder} takes, in words. */
    public static final String ORDER_RULE =
            "key, then ip, rate, fault, body and model in any order, then spend and balance in either order";

    /** Whether these can be checked one after the other; what a price is held against is known last. */
    public static boolean isOrder(List<Check> checks) {
        return checks.size() == values().length
                && EnumSet.copyOf(checks).size() == values().length
                && checks.get(0) == KEY
                && checks.indexOf(SPEND) >= values().length - 2
                && checks.indexOf(BALANCE) >= values().length - 2;
    }
}

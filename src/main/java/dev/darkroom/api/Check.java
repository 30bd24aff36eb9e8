package dev.darkroom.api;

import java.util.EnumSet;
import java.util.List;

/** One check of a request. The first check that a request fails decides its error. */
public enum Check {
    /** The key can be read, is known, and may be used. */
    KEY,
    /** The key may be used from this address. */
    IP,
    /** The rate limit and the concurrency limit of the key admit the request. */
    RATE,
    /** No fault rule keeps the request from being processed. */
    FAULT,
    /** The body is JSON, and all required fields are present and valid. */
    BODY,
    /** The model exists and is active. */
    MODEL,
    /** The price is within the key's spend limits. */
    SPEND,
    /** The balance covers the price. */
    BALANCE;

    /** The order for vendors that do not document one. */
    public static final List<Check> USUAL_ORDER = List.of(values());

    /** The rule of {@link #isValidOrder} in words. */
    public static final String ORDER_RULE =
            "key, then ip, rate, fault, body and model in any order, then spend and balance in either order";

    /** Whether the order is possible. The key must come first, and the price is known only after all other checks. */
    public static boolean isValidOrder(List<Check> checks) {
        return checks.size() == values().length
                && EnumSet.copyOf(checks).size() == values().length
                && checks.get(0) == KEY
                && checks.indexOf(SPEND) >= values().length - 2
                && checks.indexOf(BALANCE) >= values().length - 2;
    }
}

package dev.darkroom.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much may be spent.
 *
 * @param byWindow the limit of each window; a window that is absent has no limit
 * @param windows when a window begins
 */
public record SpendLimits(Map<SpendWindow, Credits> byWindow, Windows windows) {

    public static final SpendLimits NONE = new SpendLimits(Map.of(), Windows.ROLLING);

    public SpendLimits {
        Map<SpendWindow, Credits> shortestFirst = new EnumMap<>(SpendWindow.class);
        shortestFirst.putAll(byWindow);
        byWindow = Collections.unmodifiableMap(shortestFirst);
    }

    /** The vendors do not document which of these they use. */
    public enum Windows {
        /** The last hour, the last 24 hours: an amount counts until that much time has passed. */
        ROLLING,
        /** The current hour, the current day, in UTC. */
        CALENDAR
    }
}

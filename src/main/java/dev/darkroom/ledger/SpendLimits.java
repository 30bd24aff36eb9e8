package dev.darkroom.ledger;

import java.util.Map;

/**
 * How much may be spent.
 *
 * @param most in each window; one that is missing is not limited
 * @param windows when a window begins
 */
public record SpendLimits(Map<SpendWindow, Credits> most, Windows windows) {

    public static final SpendLimits NONE = new SpendLimits(Map.of(), Windows.ROLLING);

    public SpendLimits {
        most = Map.copyOf(most);
    }

    /** No page of a vendor says which of these it is. */
    public enum Windows {
        /** The last hour, the last 24 hours: whatever was spent counts until that much time has passed. */
        ROLLING,
        /** This hour, this day, in UTC. */
        CALENDAR
    }
}

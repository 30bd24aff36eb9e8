package dev.darkroom.dialect.getimg;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids of generations as they stand in answers, {@code req-01JX3N8Q4V5T6Y7Z8A9B0C1D2E} (providers/getimg.md §4): the
 * vendor's samples have the letters and the length of a ULID, which is 128 bits in Crockford's base 32. These are the
 * bits of the task's id.
 */
final class RequestIds {

    private static final String PREFIX = "req-";
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    private static final int MASK = 31;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private RequestIds() {}

    static String of(UUID taskId) {
        long high = taskId.getMostSignificantBits();
        long low = taskId.getLeastSignificantBits();
        char[] digits = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (low & MASK));
            low = low >>> BITS | high << Long.SIZE - BITS;
            high >>>= BITS;
        }
        return PREFIX + new String(digits);
    }

    /** Empty when it is none. */
    static Optional<UUID> parse(String id) {
        if (!FORM.matcher(id).matches()) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = PREFIX.length(); i < id.length(); i++) {
            high = high << BITS | low >>> Long.SIZE - BITS;
            low = low << BITS | DIGITS.indexOf(id.charAt(i));
        }
        return Optional.of(new UUID(high, low));
    }
}

package dev.darkroom.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of bytes in a file; both ends are inclusive.
 *
 * @param last less than {@code first} if the range is empty
 */
public record ByteRange(int first, int last) {

    private static final Pattern SINGLE_RANGE =
            Pattern.compile("bytes=\\s*(\\d*)-(\\d*)\\s*", Pattern.CASE_INSENSITIVE);
    private static final ByteRange EMPTY = new ByteRange(0, -1);

    /**
     * Reads a {@code Range} header (RFC 9110, section 14.1.2).
     *
     * @param length the length of the file in bytes
     * @return empty if the header must be ignored because it is invalid or requests several ranges
     */
    public static Optional<ByteRange> parse(String header, int length) {
        Matcher match = SINGLE_RANGE.matcher(header);
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean hasFirst = !match.group(1).isEmpty();
        boolean hasLast = !match.group(2).isEmpty();
        if (!hasFirst) {
            return hasLast ? Optional.of(suffix(parseNumber(match.group(2)), length)) : Optional.empty();
        }
        long first = parseNumber(match.group(1));
        long last = hasLast ? parseNumber(match.group(2)) : length - 1;
        if (hasLast && last < first) {
            return Optional.empty();
        }
        return Optional.of(first >= length ? EMPTY : new ByteRange((int) first, (int) Math.min(last, length - 1)));
    }

    public boolean isEmpty() {
        return last < first;
    }

    /** Numbers of more digits than a long has become the largest long, which exceeds the length of any file. */
    private static long parseNumber(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static ByteRange suffix(long count, int length) {
        return count == 0 ? EMPTY : new ByteRange((int) Math.max(0, length - count), length - 1);
    }
}

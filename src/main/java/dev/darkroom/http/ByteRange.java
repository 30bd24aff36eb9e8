package dev.darkroom.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, from the first to the last byte.
 *
 * @param last less than {@code first} when nothing of the file was asked for
 */
public record ByteRange(int first, int last) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d*)-(\\d*)\\s*", Pattern.CASE_INSENSITIVE);
    private static final ByteRange NOTHING = new ByteRange(0, -1);

    /**
     * Reads a {@code Range} header (RFC 9110, section 14.1.2).
     *
     * @return empty when it is to be ignored: it is none, or asks for several parts
     */
    public static Optional<ByteRange> parse(String header, int length) {
        Matcher match = ONE.matcher(header);
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean hasFirst = !match.group(1).isEmpty();
        boolean hasLast = !match.group(2).isEmpty();
        if (!hasFirst) {
            return hasLast ? Optional.of(suffix(number(match.group(2)), length)) : Optional.empty();
        }
        long first = number(match.group(1));
        long last = hasLast ? number(match.group(2)) : length - 1;
        if (hasLast && last < first) {
            return Optional.empty();
        }
        return Optional.of(first >= length ? NOTHING : new ByteRange((int) first, (int) Math.min(last, length - 1)));
    }

    public boolean isEmpty() {
        return last < first;
    }

    /** Larger than any file where there are more digits than a number has. */
    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static ByteRange suffix(long count, int length) {
        return count == 0 ? NOTHING : new ByteRange((int) Math.max(0, length - count), length - 1);
    }
}

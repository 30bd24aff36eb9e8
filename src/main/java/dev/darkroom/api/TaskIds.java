package dev.darkroom.api;

import dev.darkroom.task.PublicId;
import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats and parses task ids. */
public final class TaskIds {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    /** The first digit is at most 7, because an id has 128 bits and 26 digits have 130. */
    private static final Pattern BASE_32 = Pattern.compile("[0-7][" + DIGITS + "]{25}");

    /** More than any vendor's id has. The expression below recurses once for each part of a prefix. */
    private static final int MAX_LENGTH = 100;

    /** An id with or without a vendor's prefix. */
    private static final Pattern WITH_PREFIX =
            Pattern.compile("(?:[A-Za-z0-9]+[_-])*([0-9A-Za-z]{26}|[0-9A-Za-z]{32})");

    private TaskIds() {}

    /** Parses a complete UUID; {@link UUID#fromString} also accepts shortened ones. */
    public static Optional<UUID> parse(String id) {
        return UUID_FORM.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    /** 32 hex digits. */
    public static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    /** Parses the result of {@link #hex}; empty for any other text. */
    public static Optional<UUID> parseHex(String id) {
        return HEX.matcher(id).matches() ? Optional.of(number(new BigInteger(id, 16))) : Optional.empty();
    }

    /** 26 digits of Crockford's Base32, as in a ULID. */
    public static String base32(UUID id) {
        StringBuilder digits = new StringBuilder(26);
        BigInteger number = new BigInteger(hex(id), 16);
        for (int shift = 125; shift >= 0; shift -= 5) {
            digits.append(DIGITS.charAt(number.shiftRight(shift).intValue() & 31));
        }
        return digits.toString();
    }

    /** Parses the result of {@link #base32}; empty for any other text. */
    public static Optional<UUID> parseBase32(String id) {
        if (!BASE_32.matcher(id).matches()) {
            return Optional.empty();
        }
        BigInteger number = id.chars()
                .mapToObj(digit -> BigInteger.valueOf(DIGITS.indexOf(digit)))
                .reduce(BigInteger.ZERO, (sum, digit) -> sum.shiftLeft(5).or(digit));
        return Optional.of(number(number));
    }

    /** Parses an id in any vendor's format or in Darkroom's own. */
    public static Optional<UUID> read(String text) {
        return readPublic(text).map(PublicId::id).or(() -> parse(text));
    }

    /** Parses a {@link PublicId public} id in any vendor's format. */
    public static Optional<UUID> readPublic(String text) {
        Matcher publicId = WITH_PREFIX.matcher(text);
        return text.length() <= MAX_LENGTH && publicId.matches()
                ? parseHex(publicId.group(1)).or(() -> parseBase32(publicId.group(1)))
                : Optional.empty();
    }

    private static UUID number(BigInteger number) {
        return new UUID(number.shiftRight(64).longValue(), number.longValue());
    }
}

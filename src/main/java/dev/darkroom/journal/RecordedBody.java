package dev.darkroom.journal;

import dev.darkroom.access.redaction.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The recorded part of a request's or response's body. Images are left out, even in Base64. Of the rest, the first 16
 * KB are kept.
 */
public final class RecordedBody {

    public static final RecordedBody NONE = new RecordedBody(new byte[0], 0);

    /** The maximum number of bytes that are kept. */
    public static final int MAX_BYTES = 1 << 14;

    /** A long run of Base64 characters is an image or a key, and not readable text. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{256,}={0,2}");

    private final byte[] kept;
    private final int length;

    private RecordedBody(byte[] kept, int length) {
        this.kept = kept;
        this.length = length;
    }

    /** @param bytes must not be changed afterwards; null for no body */
    public static RecordedBody of(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return NONE;
        }
        return bytes.length <= MAX_BYTES
                ? new RecordedBody(bytes, bytes.length)
                : new RecordedBody(shortened(bytes), bytes.length);
    }

    /**
     * A body that is not in memory as a whole.
     *
     * @param start its first bytes, more than {@value #MAX_BYTES} if it has so many
     */
    public static RecordedBody starting(byte[] start, long length) {
        return new RecordedBody(of(start).kept, (int) Math.min(length, Integer.MAX_VALUE));
    }

    /** A body of which only the length is kept. */
    public static RecordedBody omitted(int length) {
        return new RecordedBody(NONE.kept, length);
    }

    /** Returns this body with more bytes appended, recorded up to the limit. */
    public RecordedBody append(byte[] bytes) {
        RecordedBody next = of(bytes);
        byte[] both = Arrays.copyOf(kept, Math.min(MAX_BYTES, kept.length + next.kept.length));
        System.arraycopy(next.kept, 0, both, kept.length, both.length - kept.length);
        return new RecordedBody(both, length + next.length);
    }

    /** Returns this body with its secrets masked, even one that the limit has cut in two. */
    public RecordedBody redacted(Redaction redaction) {
        boolean isCut = kept.length == MAX_BYTES && length > MAX_BYTES;
        byte[] masked = isCut ? redaction.beginning(kept) : redaction.bytes(kept);
        return masked == kept ? this : new RecordedBody(masked, length);
    }

    /** The length of the original body in bytes. */
    public int length() {
        return length;
    }

    /** The recorded text. A long run of Base64 is replaced by its length. */
    public String text() {
        return elided(new String(kept, StandardCharsets.UTF_8));
    }

    /** Whether the recorded parts are equal. A body of which only the length is kept equals no other body. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof RecordedBody body
                        && length == body.length
                        && (length == 0 || kept.length > 0)
                        && Arrays.equals(kept, body.kept);
    }

    @Override
    public int hashCode() {
        return 31 * length + Arrays.hashCode(kept);
    }

    /** The memory that the recorded part takes, in bytes. */
    public int bytes() {
        return kept.length;
    }

    private static byte[] shortened(byte[] bytes) {
        byte[] elided = elided(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return elided.length <= MAX_BYTES ? elided : Arrays.copyOf(elided, MAX_BYTES);
    }

    private static String elided(String text) {
        return BASE64.matcher(text).replaceAll(found -> "(" + found.group().length() + " characters of Base64)");
    }
}

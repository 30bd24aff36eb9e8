package dev.darkroom.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The body of a request or an answer, as far as it is kept: pictures are not, in Base64 neither, and of the rest the
 * first 16 KB.
 */
public final class RecordedBody {

    public static final RecordedBody NONE = new RecordedBody(new byte[0], 0);

    /** So many bytes are kept. */
    public static final int MAX_BYTES = 1 << 14;

    /** Texts of so many Base64 characters and no others are pictures, or keys, and nobody reads them. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{256,}={0,2}");

    private final byte[] kept;
    private final int length;

    private RecordedBody(byte[] kept, int length) {
        this.kept = kept;
        this.length = length;
    }

    /** @param bytes which nobody may change afterwards; null for none */
    public static RecordedBody of(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return NONE;
        }
        return bytes.length <= MAX_BYTES
                ? new RecordedBody(bytes, bytes.length)
                : new RecordedBody(shortened(bytes), bytes.length);
    }

    /** One of which nothing is kept. */
    public static RecordedBody unread(int length) {
        return new RecordedBody(NONE.kept, length);
    }

    /** This body followed by more bytes, of which as much is kept as there is room for. */
    public RecordedBody append(byte[] bytes) {
        RecordedBody next = of(bytes);
        byte[] both = Arrays.copyOf(kept, Math.min(MAX_BYTES, kept.length + next.kept.length));
        System.arraycopy(next.kept, 0, both, kept.length, both.length - kept.length);
        return new RecordedBody(both, length + next.length);
    }

    /** The same, but for a secret that stands in it. */
    public RecordedBody without(String secret, String mask) {
        if (!holds(secret)) {
            return this;
        }
        String text = new String(kept, StandardCharsets.UTF_8).replace(secret, mask);
        return new RecordedBody(text.getBytes(StandardCharsets.UTF_8), length);
    }

    /** How long it was. */
    public int length() {
        return length;
    }

    /** What was kept of it; a long text in Base64 is told of and not shown. */
    public String text() {
        return elided(new String(kept, StandardCharsets.UTF_8));
    }

    /** Whether both are the same, as far as they are kept; of one of which nothing is kept nobody can tell. */
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

    /** What it takes to keep it, in bytes. */
    int bytes() {
        return kept.length;
    }

    /** @param ascii it is looked for in each body, so no text is made of that */
    private boolean holds(String ascii) {
        for (int start = kept.length - ascii.length(); start >= 0; start--) {
            int same = 0;
            while (same < ascii.length() && kept[start + same] == ascii.charAt(same)) {
                same++;
            }
            if (same == ascii.length()) {
                return true;
            }
        }
        return false;
    }

    private static byte[] shortened(byte[] bytes) {
        byte[] elided = elided(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return elided.length <= MAX_BYTES ? elided : Arrays.copyOf(elided, MAX_BYTES);
    }

    private static String elided(String text) {
        return BASE64.matcher(text).replaceAll(found -> "(" + found.group().length() + " characters of Base64)");
    }
}

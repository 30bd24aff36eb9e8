package dev.darkroom.http.coding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * A compressed body.
 *
 * @param codings in the order in which they must be decoded
 */
public record EncodedBody(byte[] bytes, List<ContentCoding> codings) {

    private static final int PART = 8 << 10;

    /**
     * Decodes the body. It stops as soon as the body is too large, because a small body may expand to gigabytes.
     *
     * @param limit the largest decoded body, in bytes
     * @param reserve reserves memory for this many more bytes; false if there is none
     * @throws IOException if the body is not valid in its coding
     * @throws TooLargeException if the decoded body exceeds the limit
     * @throws NoMemoryException if there is no memory for it
     */
    public byte[] decode(long limit, LongPredicate reserve) throws IOException {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        decode(new ByteArrayInputStream(bytes), codings, decoded, limit, reserve);
        return decoded.toByteArray();
    }

    /** As {@link #decode(long, LongPredicate)}, from one stream to another. */
    public static void decode(
            InputStream encoded, List<ContentCoding> codings, OutputStream decoded, long limit, LongPredicate reserve)
            throws IOException {
        byte[] part = new byte[PART];
        long total = 0;
        try (InputStream input = open(encoded, codings)) {
            for (int length = input.read(part); length >= 0; length = input.read(part)) {
                total += length;
                if (total > limit) {
                    throw new TooLargeException();
                }
                if (!reserve.test(length)) {
                    throw new NoMemoryException();
                }
                decoded.write(part, 0, length);
            }
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            throw new IOException("The data is corrupt", e);
        }
    }

    private static InputStream open(InputStream encoded, List<ContentCoding> codings) throws IOException {
        InputStream input = encoded;
        for (ContentCoding coding : codings) {
            input = coding.decode(input);
        }
        return input;
    }

    /** The decoded body exceeds the limit. */
    public static final class TooLargeException extends IOException {}

    /** There is no memory for the decoded body. */
    public static final class NoMemoryException extends IOException {}
}

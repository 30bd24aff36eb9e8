package dev.darkroom.http.coding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses the chunks of one body with gzip. */
public final class GzipChunks implements ChunkCoding {

    private static final int BUFFER = 512;

    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;

    public GzipChunks() {
        try {
            gzip = new GZIPOutputStream(compressed, BUFFER, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] encode(byte[] chunk, boolean isLast) {
        try {
            gzip.write(chunk);
            if (isLast) {
                gzip.close();
            } else {
                gzip.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] encoded = compressed.toByteArray();
        compressed.reset();
        return encoded;
    }
}

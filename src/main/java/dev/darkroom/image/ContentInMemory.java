package dev.darkroom.image;

import java.util.Arrays;
import java.util.HexFormat;

/** A small file, whose bytes are in memory. Two files with the same bytes are equal. */
final class ContentInMemory implements FileContent {

    private final byte[] bytes;
    private String hash;

    ContentInMemory(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public byte[] start() {
        return bytes.length <= MAX_START ? bytes : Arrays.copyOf(bytes, MAX_START);
    }

    @Override
    public synchronized String hash() {
        if (hash == null) {
            hash = HexFormat.of().formatHex(Sha256.hash(bytes));
        }
        return hash;
    }

    @Override
    public byte[] read() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentInMemory content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}

package dev.darkroom.http;

import dev.darkroom.image.FileContent;
import dev.darkroom.image.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A file in a {@code data:} URI, which is decoded when the file is read. Two files with the same URI are equal. */
record ContentInUri(String uri) implements FileContent {

    private static final byte[] NONE = {};

    /** An upper estimate. */
    @Override
    public long size() {
        return uri.length();
    }

    @Override
    public byte[] start() {
        return DataUri.readStart(uri, MAX_START).orElse(NONE);
    }

    /** The hash of the URI. */
    @Override
    public String hash() {
        return HexFormat.of().formatHex(Sha256.hash(uri.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public byte[] read() throws IOException {
        try {
            return DataUri.read(uri);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("its data: URI is malformed", malformed);
        }
    }
}

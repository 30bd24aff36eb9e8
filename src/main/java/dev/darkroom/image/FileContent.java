package dev.darkroom.image;

import java.io.IOException;

/** The content of a file that a client sent. It is available until the request has been processed. Thread-safe. */
public interface FileContent {

    /** The longest {@link #start}, in bytes. It has the size of almost every image. */
    int MAX_START = 128 << 10;

    /** In bytes. */
    long size();

    /** The first bytes, at most {@value #MAX_START}. They are in memory. Do not modify them. */
    byte[] start();

    /** The SHA-256 hash, in hexadecimal. */
    String hash();

    /**
     * Reads the whole file. This can block.
     *
     * @throws IOException if the content is not available any more
     */
    byte[] read() throws IOException;

    /** Content in memory. */
    static FileContent of(byte[] bytes) {
        return new ContentInMemory(bytes);
    }
}

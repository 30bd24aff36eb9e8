package dev.darkroom.image.decode;

import java.io.IOException;

/** Bits that a {@link PrefixDecoder} reads. */
interface BitSource {

    /**
     * Returns the next bits without consuming them. After the end of the data, all bits are zero.
     *
     * @param count at most 16
     * @throws IOException if the decoder has consumed several bytes after the end of the data
     */
    int peek(int count) throws IOException;

    /**
     * Consumes bits.
     *
     * @param count at most that of the last call of {@link #peek}
     */
    void skip(int count);
}

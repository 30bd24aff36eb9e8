package dev.darkroom.image.decode;

import java.io.IOException;

/** Bits that a {@link PrefixDecoder} reads. */
interface BitSource {

    /**
     * The next bits, without consuming them. After the end of the data, they are zeros.
     *
     * @param count at most 16
     * @throws IOException if the bits consumed so far exceed the data by far
     */
    int peek(int count) throws IOException;

    /** Consumes bits that were peeked. */
    void skip(int count);
}

package dev.darkroom.api.fault;

import dev.darkroom.image.ImageFile;
import java.util.Arrays;

/** What can be done to a body. */
public final class BodyCorruption {

    private static final int MASK = 0x55;

    /** So much of a picture stays as it is: enough to tell what kind of file it is. */
    private static final int SIGNATURE = 12;

    private BodyCorruption() {}

    /** The first two thirds: no object in JSON ends there, for it ends with its last brace. */
    public static byte[] cutOff(byte[] json) {
        return Arrays.copyOf(json, json.length * 2 / 3);
    }

    /** A file of the same kind and length that nobody can decode. */
    public static ImageFile corrupt(ImageFile picture) {
        byte[] bytes = picture.bytes().clone();
        for (int i = SIGNATURE; i < bytes.length; i++) {
            bytes[i] ^= MASK;
        }
        return new ImageFile(picture.format(), bytes, picture.tag() + "-corrupt", false);
    }
}

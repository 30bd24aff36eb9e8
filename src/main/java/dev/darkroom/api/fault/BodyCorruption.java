package dev.darkroom.api.fault;

import dev.darkroom.image.ImageFile;
import java.util.Arrays;

/** Makes bodies that clients cannot parse. */
public final class BodyCorruption {

    private static final int MASK = 0x55;

    /** Sets the top bit, so that no byte is ASCII. Otherwise, a corrupted prompt could become HTML. */
    private static final int NOT_ASCII = 0x80;

    /** How many bytes of an image are kept, so that its format can still be recognized. */
    private static final int SIGNATURE_LENGTH = 12;

    private BodyCorruption() {}

    /** The first two thirds of a JSON object. They are never valid JSON, because an object ends with its last brace. */
    public static byte[] truncate(byte[] json) {
        return Arrays.copyOf(json, json.length * 2 / 3);
    }

    /** An image of the same format and length that cannot be decoded. */
    public static ImageFile corrupt(ImageFile image) {
        byte[] bytes = image.bytes().clone();
        for (int i = SIGNATURE_LENGTH; i < bytes.length; i++) {
            bytes[i] = (byte) (bytes[i] ^ MASK | NOT_ASCII);
        }
        return new ImageFile(image.format(), bytes, image.tag() + "-corrupt", false);
    }
}

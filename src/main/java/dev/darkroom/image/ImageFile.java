package dev.darkroom.image;

import java.util.HexFormat;

/**
 * An encoded image.
 *
 * @param tag a hash of the bytes, for use as an entity tag
 * @param isComplete whether all its references could be read
 */
public record ImageFile(ImageFormat format, byte[] bytes, String tag, boolean isComplete) {

    private static final int TAG_BYTES = 8;

    static ImageFile of(ImageFormat format, byte[] bytes, boolean isComplete) {
        String tag = HexFormat.of().formatHex(Sha256.hash(bytes), 0, TAG_BYTES);
        return new ImageFile(format, bytes, tag, isComplete);
    }
}

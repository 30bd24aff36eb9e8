package dev.darkroom.image;

/**
 * The requested file format and its options.
 *
 * @param quality the JPEG quality, from 1 to 100; PNG and WebP files are lossless and ignore it
 * @param isTransparent whether to leave out the background, if the format supports transparency
 */
public record Output(ImageFormat format, int quality, boolean isTransparent) {

    private static final int DEFAULT_QUALITY = 90;

    public Output {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("invalid quality: " + quality);
        }
    }

    public static Output of(ImageFormat format) {
        return new Output(format, DEFAULT_QUALITY, false);
    }
}

package dev.darkroom.image;

/**
 * What kind of file is asked for.
 *
 * @param quality of a JPEG, from 1 to 100; the other formats lose nothing
 * @param isTransparent whether there is no background, where the format can do without
 */
public record Output(ImageFormat format, int quality, boolean isTransparent) {

    private static final int USUAL_QUALITY = 90;

    public Output {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("no quality is " + quality);
        }
    }

    public static Output of(ImageFormat format) {
        return new Output(format, USUAL_QUALITY, false);
    }
}

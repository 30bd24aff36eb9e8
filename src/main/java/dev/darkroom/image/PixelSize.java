package dev.darkroom.image;

/** The size of an image in pixels. Each side is from 1 to {@value #MAX}. */
public record PixelSize(int width, int height) {

    public static final int MAX = 8192;

    public PixelSize {
        if (width < 1 || height < 1 || width > MAX || height > MAX) {
            throw new IllegalArgumentException("invalid image size: " + width + "x" + height);
        }
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}

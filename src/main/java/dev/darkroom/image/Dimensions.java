package dev.darkroom.image;

/** The width and the height of a reference in pixels, each at least 1. */
public record Dimensions(int width, int height) {

    @Override
    public String toString() {
        return width + "x" + height;
    }
}

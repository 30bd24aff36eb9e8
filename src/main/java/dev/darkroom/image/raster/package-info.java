/**
 * A small rasterizer: fills outlines with antialiasing on an image of palette indices.
 *
 * <p>It belongs to the small graphics library inside this project, with {@code image.type} and {@code image.format}.
 * The same task must give byte-identical images on every JVM and in a native image. No existing library can do that:
 * each alternative uses AWT, depends on native code through JNI, or is no longer maintained. External readers validate
 * the result: the JDK's image readers and libwebp decode the files, metadata-extractor reads the metadata, and FontBox
 * confirms the glyphs.
 *
 * <p>Coordinates are computed with {@link java.lang.StrictMath}.
 */
package dev.darkroom.image.raster;

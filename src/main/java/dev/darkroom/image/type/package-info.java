/**
 * Text: reads TrueType fonts, breaks lines, orders bidirectional text, and transliterates characters that the font
 * lacks.
 *
 * <p>It belongs to the small graphics library inside this project, with {@code image.raster} and {@code image.format}.
 * The same task must give byte-identical images on every JVM and in a native image. Each alternative uses AWT (the
 * JDK's fonts, FontBox), depends on native code through JNI, or is no longer maintained. The tests compare all glyphs
 * and advance widths with FontBox.
 */
package dev.darkroom.image.type;

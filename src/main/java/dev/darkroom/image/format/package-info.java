/**
 * Encoders for PNG, JPEG and lossless WebP, with metadata.
 *
 * <p>They belong to the small graphics library inside this project, with {@code image.raster} and {@code image.type}.
 * The same task must give byte-identical files on every JVM and in a native image. Each alternative uses AWT (the JDK's
 * writers), depends on native code through JNI (zlib, libjpeg, libwebp), or is no longer maintained. External readers
 * validate the files: the JDK's image readers, its Inflater, libwebp and metadata-extractor.
 */
package dev.darkroom.image.format;

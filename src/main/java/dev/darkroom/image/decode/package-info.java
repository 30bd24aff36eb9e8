/**
 * Decoders for PNG, JPEG, WebP, GIF and BMP, which make thumbnails of references.
 *
 * <p>The JDK's readers need AWT, whose native libraries small containers and native executables lack, and they decode
 * the whole image. These decoders average the pixels while they decode, so they keep little more than the thumbnail.
 *
 * <p>Clients choose the files. Whatever a file has, a decoder returns a thumbnail or throws an {@link
 * java.io.IOException} that says why not. Its time and its memory are bounded by the size of the file and by the limits
 * of {@link dev.darkroom.image.decode.ThumbnailGrid}.
 */
package dev.darkroom.image.decode;

package dev.darkroom.image.decode;

import dev.darkroom.image.Thumbnail;
import java.io.IOException;

/** Decodes an image as a thumbnail. Recognizes its format by the first bytes. */
public final class ThumbnailDecoder {

    private static final int PNG = 0x89504E47;
    private static final int JPEG = 0xFFD8;
    private static final int RIFF = 0x52494646;
    private static final int GIF = 0x47494638;
    private static final int BMP = 0x424D;

    private ThumbnailDecoder() {}

    /**
     * Decodes a thumbnail of at most 256 pixels per side, over white. Ignores the orientation and the color profile in
     * the metadata.
     *
     * @throws IOException if the file is not a readable image, or too large; the message is a sentence about the file,
     *     which it calls "it"
     */
    public static Thumbnail decode(byte[] file) throws IOException {
        ByteCursor in = new ByteCursor(file);
        int start = in.remaining() < Integer.BYTES ? 0 : in.int32();
        in.moveTo(0);
        if (start == PNG) {
            return PngDecoder.decode(in);
        }
        if (start >>> 16 == JPEG) {
            return JpegDecoder.decode(in);
        }
        if (start == RIFF) {
            return WebpDecoder.decode(in);
        }
        if (start == GIF) {
            return GifDecoder.decode(in);
        }
        if (start >>> 16 == BMP) {
            return BmpDecoder.decode(in);
        }
        throw new IOException("it is not a PNG, JPEG, WebP, GIF or BMP image");
    }
}

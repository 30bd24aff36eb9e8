package dev.darkroom.image.decode;

import dev.darkroom.image.Thumbnail;
import java.io.IOException;

/** Decodes a lossy or lossless WebP, or the first frame of an animation (RFC 9649). */
final class WebpDecoder {

    private static final int RIFF_HEADER_BYTES = 8;
    private static final int FRAME_HEADER_BYTES = 16;
    private static final int MACROBLOCK = 16;

    private WebpDecoder() {}

    static Thumbnail decode(ByteCursor in) throws IOException {
        in.skip(RIFF_HEADER_BYTES);
        if (!in.fourCharacters().equals("WEBP")) {
            throw new IOException("it is a RIFF file, but not a WebP image");
        }
        return decodeChunks(in);
    }

    private static Thumbnail decodeChunks(ByteCursor in) throws IOException {
        ByteCursor chunks = in;
        ByteCursor alpha = null;
        while (true) {
            String type = chunks.fourCharacters();
            ByteCursor chunk = chunks.take(Integer.toUnsignedLong(chunks.littleInt32()));
            chunks.skip(Math.min(chunks.remaining(), chunk.remaining() % 2));
            switch (type) {
                case "VP8 " -> {
                    return decodeLossy(chunk, alpha);
                }
                case "VP8L" -> {
                    return decodeLossless(chunk);
                }
                case "ALPH" -> alpha = chunk;
                case "ANMF" -> {
                    chunk.skip(FRAME_HEADER_BYTES);
                    chunks = chunk;
                }
                default -> {}
            }
        }
    }

    private static Thumbnail decodeLossless(ByteCursor chunk) throws IOException {
        Vp8lDecoder decoder = new Vp8lDecoder(chunk);
        PixelAverages averages = new PixelAverages(decoder.grid());
        for (int y = 0; y < decoder.grid().height(); y++) {
            averages.addRow(y, decoder.nextRow());
        }
        return averages.thumbnail();
    }

    private static Thumbnail decodeLossy(ByteCursor chunk, ByteCursor alphaChunk) throws IOException {
        Vp8Decoder decoder = new Vp8Decoder(chunk);
        ThumbnailGrid grid = decoder.grid();
        WebpAlpha alpha = alphaChunk == null ? null : new WebpAlpha(alphaChunk, grid);
        PixelAverages averages = new PixelAverages(grid);
        int[] colors = new int[grid.width()];
        for (int top = 0; top < grid.height(); top += MACROBLOCK) {
            YuvRow row = new YuvRow(decoder.nextRow());
            for (int y = top; y < Math.min(grid.height(), top + MACROBLOCK); y++) {
                row.convert(y - top, colors, alpha == null ? null : alpha.nextRow());
                averages.addRow(y, colors);
            }
        }
        return averages.thumbnail();
    }
}

package dev.darkroom.image.decode;

import dev.darkroom.image.decode.JpegScanHeader.Part;
import java.io.IOException;

/** Decodes the entropy-coded segments of a scan (ITU T.81, A.2 and E.2): block by block, with restarts in between. */
final class JpegScanDecoder {

    private final JpegFrame frame;
    private final JpegScanHeader header;
    private final JpegBits bits;
    private final JpegBlockDecoder blocks;
    private final int restartInterval;

    /**
     * @param in positioned at the first segment
     * @param restartInterval the number of units between restarts; 0 for none
     */
    JpegScanDecoder(JpegFrame frame, JpegScanHeader header, ByteCursor in, int restartInterval) {
        this.frame = frame;
        this.header = header;
        this.bits = new JpegBits(in);
        this.restartInterval = restartInterval;
        this.blocks =
                frame.isProgressive() ? new ProgressiveBlockDecoder(header, bits) : new SequentialBlockDecoder(bits);
    }

    void decode() throws IOException {
        boolean isInterleaved = header.parts().size() > 1;
        JpegComponent first = header.parts().get(0).component();
        int columns = isInterleaved ? frame.unitsWide() : first.blocksWide;
        int rows = isInterleaved ? frame.unitsHigh() : first.blocksHigh;
        int untilRestart = restartInterval;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                if (restartInterval > 0 && untilRestart-- == 0) {
                    bits.restart();
                    blocks.restart();
                    untilRestart = restartInterval - 1;
                }
                if (isInterleaved) {
                    decodeUnit(x, y);
                } else {
                    blocks.decode(header.parts().get(0), 0, x, y);
                }
            }
        }
        bits.finish();
    }

    private void decodeUnit(int unitX, int unitY) throws IOException {
        for (int i = 0; i < header.parts().size(); i++) {
            Part part = header.parts().get(i);
            int columns = part.component().horizontalSampling;
            int rows = part.component().verticalSampling;
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    blocks.decode(part, i, unitX * columns + x, unitY * rows + y);
                }
            }
        }
    }
}

package dev.darkroom.image.decode;

import dev.darkroom.image.decode.JpegScanHeader.Part;
import java.io.IOException;

/** Decodes the blocks of a scan. */
interface JpegBlockDecoder {

    /**
     * Decodes a block.
     *
     * @param index the index of the component in the scan
     * @param blockX the column of the block in the component, in blocks
     * @param blockY the row of the block in the component, in blocks
     */
    void decode(Part part, int index, int blockX, int blockY) throws IOException;

    /** Resets what depends on earlier blocks. */
    void restart();
}

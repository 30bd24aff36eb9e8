package dev.darkroom.image.decode;

import dev.darkroom.image.decode.JpegScanHeader.Part;
import java.io.IOException;

/** Decodes the blocks of a scan. */
interface JpegBlockDecoder {

    /** @param index the index of the component in the scan */
    void decode(Part part, int index, int blockX, int blockY) throws IOException;

    /** Forgets what it knows from earlier blocks. */
    void restart();
}

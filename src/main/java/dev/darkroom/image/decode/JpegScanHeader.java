package dev.darkroom.image.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a scan of a JPEG (ITU T.81, B.2.3), with the tables that it uses.
 *
 * @param parts the components of the scan
 * @param first the index of its first coefficient in zigzag order, from 0 to 63; 0 in a sequential JPEG
 * @param last the index of its last coefficient in zigzag order, from 0 to 63; 63 in a sequential JPEG
 * @param isRefinement whether it adds a bit to coefficients of which earlier scans have higher bits
 * @param lowBit the position of the lowest bit of a coefficient that it has, from 0 to 13; 0 in a sequential JPEG
 */
record JpegScanHeader(List<Part> parts, int first, int last, boolean isRefinement, int lowBit) {

    private static final int MAX_BIT = 13;
    private static final int MAX_COEFFICIENT = 63;

    /**
     * A component of the scan.
     *
     * @param dcCode the code of the first coefficients; null if the scan has none
     * @param acCode the code of all other coefficients; null if the scan has none
     */
    record Part(JpegComponent component, PrefixDecoder dcCode, PrefixDecoder acCode) {}

    static JpegScanHeader read(ByteCursor segment, JpegFrame frame, JpegTables tables) throws IOException {
        int count = segment.int8();
        ByteCursor components = segment.take(2L * count);
        boolean isProgressive = frame.isProgressive();
        int first = segment.int8();
        int last = segment.int8();
        int bits = segment.int8();
        boolean isRefinement = isProgressive && bits >> 4 > 0;
        if (count < 1 || count > frame.components().size() || isProgressive && !isValid(first, last, bits, count)) {
            throw new IOException("the header of one of its scans is invalid");
        }
        boolean hasDc = !isProgressive || first == 0;
        boolean hasAc = !isProgressive || first > 0;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JpegComponent component = frame.component(components.int8());
            int codes = components.int8();
            if (component.quantization == null) {
                component.quantization = tables.quantization(component.quantizationTableId);
            }
            parts.add(new Part(
                    component,
                    hasDc && !isRefinement ? tables.dcCode(codes >> 4) : null,
                    hasAc ? tables.acCode(codes & 0xF) : null));
        }
        return new JpegScanHeader(
                parts,
                isProgressive ? first : 0,
                isProgressive ? last : MAX_COEFFICIENT,
                isRefinement,
                isProgressive ? bits & 0xF : 0);
    }

    /** First coefficients have scans of their own, and only these scans may have several components (G.1.1.1). */
    private static boolean isValid(int first, int last, int bits, int count) {
        boolean isRange = first == 0 ? last == 0 : first <= last && last <= MAX_COEFFICIENT && count == 1;
        return isRange && (bits & 0xF) <= MAX_BIT;
    }
}

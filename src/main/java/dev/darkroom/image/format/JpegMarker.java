package dev.darkroom.image.format;

/** The second bytes of the markers of a JPEG, which begin its segments (ITU T.81, table B.1). */
public final class JpegMarker {

    public static final int SEQUENTIAL_FRAME = 0xC0;
    public static final int EXTENDED_FRAME = 0xC1;
    public static final int PROGRESSIVE_FRAME = 0xC2;
    public static final int HUFFMAN_TABLES = 0xC4;
    public static final int START = 0xD8;
    public static final int END = 0xD9;
    public static final int SCAN = 0xDA;
    public static final int QUANTIZATION_TABLES = 0xDB;
    public static final int RESTART_INTERVAL = 0xDD;
    public static final int JFIF = 0xE0;
    public static final int XMP = 0xE1;
    public static final int ADOBE = 0xEE;

    private JpegMarker() {}
}

package dev.darkroom.image.format;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The typical Huffman tables (ITU T.81, tables K.3 to K.6): the number of codes of each length, and their symbols. */
enum JpegHuffmanCode {
    LUMA_DC("00010501010101010100000000000000", "000102030405060708090a0b"),
    CHROMA_DC("00030101010101010101010000000000", "000102030405060708090a0b"),
    LUMA_AC(
            "0002010303020403050504040000017d",
            "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a34353637"
                    + "38393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a929394959697"
                    + "98999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9ea"
                    + "f1f2f3f4f5f6f7f8f9fa"),
    CHROMA_AC(
            "00020102040403040705040400010277",
            "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a3536"
                    + "3738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495"
                    + "969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9"
                    + "eaf2f3f4f5f6f7f8f9fa");

    private final byte[] counts;
    private final byte[] symbols;
    private final int[] codes = new int[256];
    private final int[] lengths = new int[256];

    JpegHuffmanCode(String counts, String symbols) {
        this.counts = HexFormat.of().parseHex(counts);
        this.symbols = HexFormat.of().parseHex(symbols);
        int code = 0;
        int next = 0;
        for (int length = 1; length <= this.counts.length; length++) {
            for (int i = 0; i < this.counts[length - 1]; i++) {
                int symbol = Byte.toUnsignedInt(this.symbols[next++]);
                codes[symbol] = code++;
                lengths[symbol] = length;
            }
            code <<= 1;
        }
    }

    int code(int symbol) {
        return codes[symbol];
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** The content of the DHT segment. */
    byte[] segment(int number) {
        return ByteBuffer.allocate(1 + counts.length + symbols.length)
                .put((byte) number)
                .put(counts)
                .put(symbols)
                .array();
    }
}

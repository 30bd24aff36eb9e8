package dev.darkroom.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the dimensions of an image from the start of its file. It ignores the orientation in the metadata. */
public final class ImageHeader {

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int MAX_SIDE = 1_000_000;

    private ImageHeader() {}

    /**
     * The dimensions of a PNG, JPEG, WebP or GIF image.
     *
     * @param start the file, or its first bytes
     * @return empty if the file has another format, or if the dimensions come after these bytes
     */
    public static Optional<Dimensions> dimensions(byte[] start) {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        try {
            return read(bytes).filter(size -> isSide(size.width()) && isSide(size.height()));
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a file is a PNG image with an alpha channel (PNG, section 11.2.1).
     *
     * @param start the file, or its first bytes
     */
    public static boolean hasAlphaPng(byte[] start) {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        int colorType = 25;
        return bytes.remaining() > colorType && bytes.getLong(0) == PNG && (bytes.get(colorType) & 4) != 0;
    }

    private static Optional<Dimensions> read(ByteBuffer bytes) {
        if (bytes.getShort(0) == (short) 0xFFD8) {
            return jpeg(bytes.position(2));
        }
        if (bytes.getLong(0) == PNG) {
            return Optional.of(new Dimensions(bytes.getInt(16), bytes.getInt(20)));
        }
        ByteBuffer littleEndian = bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (text(bytes, 0).equals("GIF8")) {
            return Optional.of(new Dimensions(littleEndian.getShort(6) & 0xFFFF, littleEndian.getShort(8) & 0xFFFF));
        }
        return text(bytes, 0).equals("RIFF") && text(bytes, 8).equals("WEBP") ? webp(littleEndian) : Optional.empty();
    }

    /** The three kinds of WebP files (RFC 9649, section 2). */
    private static Optional<Dimensions> webp(ByteBuffer bytes) {
        return switch (text(bytes, 12)) {
            case "VP8 " -> Optional.of(new Dimensions(bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF));
            case "VP8L" -> {
                int sides = bytes.getInt(21);
                yield Optional.of(new Dimensions((sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1));
            }
            case "VP8X" -> Optional.of(new Dimensions((bytes.getInt(24) & 0xFFFFFF) + 1, (bytes.getInt(26) >>> 8) + 1));
            default -> Optional.empty();
        };
    }

    /** Skips segments up to the start of a frame, which has the dimensions (ITU-T T.81, B.2.2). */
    private static Optional<Dimensions> jpeg(ByteBuffer bytes) {
        while ((bytes.get() & 0xFF) == 0xFF) {
            int marker = bytes.get() & 0xFF;
            while (marker == 0xFF) {
                marker = bytes.get() & 0xFF;
            }
            int length = bytes.getShort(bytes.position()) & 0xFFFF;
            if (isStartOfFrame(marker)) {
                int height = bytes.getShort(bytes.position() + 3) & 0xFFFF;
                return Optional.of(new Dimensions(bytes.getShort(bytes.position() + 5) & 0xFFFF, height));
            }
            if (length < 2 || length > bytes.remaining()) {
                return Optional.empty();
            }
            bytes.position(bytes.position() + length);
        }
        return Optional.empty();
    }

    /** C0 to CF, except for DHT (C4), JPG (C8) and DAC (CC), which start no frame (ITU-T T.81, table B.1). */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isSide(int pixels) {
        return pixels >= 1 && pixels <= MAX_SIDE;
    }

    private static String text(ByteBuffer bytes, int at) {
        byte[] four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}

package dev.darkroom.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads facts about an image from the start of its file. It ignores the orientation in the metadata. */
public final class ImageHeader {

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int PNG_COLOR_TYPE = 25;
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

    /** The formats that are recognized. */
    public enum Format {
        PNG,
        JPEG,
        WEBP,
        GIF
    }

    /**
     * The format of a file, whatever media type it is declared to have.
     *
     * @param start the file, or its first bytes
     * @return empty if it has another format
     */
    public static Optional<Format> format(byte[] start) {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        try {
            return format(bytes);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<Format> format(ByteBuffer bytes) {
        if (bytes.getShort(0) == (short) 0xFFD8) {
            return Optional.of(Format.JPEG);
        }
        if (text(bytes, 0).equals("GIF8")) {
            return Optional.of(Format.GIF);
        }
        if (bytes.getLong(0) == PNG) {
            return Optional.of(Format.PNG);
        }
        boolean isWebp = text(bytes, 0).equals("RIFF") && text(bytes, 8).equals("WEBP");
        return isWebp ? Optional.of(Format.WEBP) : Optional.empty();
    }

    /**
     * Whether a file is a PNG image with transparency: with an alpha channel, or with a {@code tRNS} chunk among these
     * bytes (PNG, sections 11.2.1 and 11.3.1.1).
     *
     * @param start the file, or its first bytes
     */
    public static boolean hasAlphaPng(byte[] start) {
        ByteBuffer bytes = ByteBuffer.wrap(start);
        return bytes.remaining() > PNG_COLOR_TYPE
                && bytes.getLong(0) == PNG
                && ((bytes.get(PNG_COLOR_TYPE) & 4) != 0 || hasTransparencyChunk(bytes));
    }

    /** A {@code tRNS} chunk comes before the pixels. */
    private static boolean hasTransparencyChunk(ByteBuffer bytes) {
        long chunk = Long.BYTES;
        while (chunk + 8 <= bytes.limit()) {
            String type = text(bytes, (int) chunk + 4);
            if (type.equals("tRNS") || type.equals("IDAT")) {
                return type.equals("tRNS");
            }
            chunk += 12 + (bytes.getInt((int) chunk) & 0xFFFFFFFFL);
        }
        return false;
    }

    private static Optional<Dimensions> read(ByteBuffer bytes) {
        Optional<Format> format = format(bytes);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        return switch (format.get()) {
            case JPEG -> jpeg(bytes.position(2));
            case PNG -> Optional.of(new Dimensions(bytes.getInt(16), bytes.getInt(20)));
            case GIF -> gif(bytes.order(ByteOrder.LITTLE_ENDIAN));
            case WEBP -> webp(bytes.order(ByteOrder.LITTLE_ENDIAN));
        };
    }

    private static Optional<Dimensions> gif(ByteBuffer bytes) {
        return Optional.of(new Dimensions(bytes.getShort(6) & 0xFFFF, bytes.getShort(8) & 0xFFFF));
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

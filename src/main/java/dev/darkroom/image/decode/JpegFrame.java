package dev.darkroom.image.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The frame of a JPEG (ITU T.81, B.2.2): its size, and its components.
 *
 * <p>A unit has the blocks of all components in the same area (A.2.3, MCU). A scan of several components is a sequence
 * of units.
 */
final class JpegFrame {

    private static final int BITS = 8;
    private static final int BLOCK_SIDE = 8;
    private static final int MAX_SAMPLING = 4;
    private static final int MAX_COMPONENTS = 4;

    private final ThumbnailGrid grid;
    private final boolean isProgressive;
    private final List<JpegComponent> components = new ArrayList<>();
    private int maxHorizontalSampling = 1;
    private int maxVerticalSampling = 1;

    JpegFrame(ByteCursor segment, boolean isProgressive) throws IOException {
        this.isProgressive = isProgressive;
        int bits = segment.int8();
        if (bits != BITS) {
            throw new IOException("it has " + bits + " bits per sample; only " + BITS + " are supported");
        }
        int height = segment.int16();
        this.grid = ThumbnailGrid.of(segment.int16(), height);
        int[][] parameters = new int[segment.int8()][];
        if (parameters.length == 0 || parameters.length == 2 || parameters.length > MAX_COMPONENTS) {
            throw new IOException("it has " + parameters.length + " color components; only 1, 3 and 4 are supported");
        }
        for (int i = 0; i < parameters.length; i++) {
            int id = segment.int8();
            int sampling = segment.int8();
            parameters[i] = new int[] {id, sampling >> 4, sampling & 0xF, segment.int8()};
            checkSampling(sampling >> 4);
            checkSampling(sampling & 0xF);
            maxHorizontalSampling = Math.max(maxHorizontalSampling, sampling >> 4);
            maxVerticalSampling = Math.max(maxVerticalSampling, sampling & 0xF);
        }
        for (int[] each : parameters) {
            components.add(new JpegComponent(this, each[0], each[1], each[2], each[3]));
        }
    }

    private static void checkSampling(int factor) throws IOException {
        if (factor < 1 || factor > MAX_SAMPLING) {
            throw new IOException("one of its sampling factors is invalid");
        }
    }

    ThumbnailGrid grid() {
        return grid;
    }

    boolean isProgressive() {
        return isProgressive;
    }

    List<JpegComponent> components() {
        return components;
    }

    JpegComponent component(int id) throws IOException {
        return components.stream()
                .filter(component -> component.id == id)
                .findFirst()
                .orElseThrow(() -> new IOException("one of its scans has an unknown color component"));
    }

    int maxHorizontalSampling() {
        return maxHorizontalSampling;
    }

    int maxVerticalSampling() {
        return maxVerticalSampling;
    }

    int unitsWide() {
        int side = BLOCK_SIDE * maxHorizontalSampling;
        return (grid.width() + side - 1) / side;
    }

    int unitsHigh() {
        int side = BLOCK_SIDE * maxVerticalSampling;
        return (grid.height() + side - 1) / side;
    }
}

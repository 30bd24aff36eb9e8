package dev.darkroom.image;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * The picture that stands for a generated one: a framed, mirrored pattern in colours that come from the prompt and the
 * task, of the exact size that was asked for. The same task has the same picture, always.
 */
public final class Placeholder {

    private static final int CELLS = 8;
    private static final int BACKGROUND = 0;
    private static final int FRAME = 1;
    private static final int FIRST_SHADE = 2;
    private static final int SHADES = 4;

    private final PixelSize size;
    private final int[] palette;
    private final int[][] cells;
    private final int cell;
    private final int left;
    private final int top;
    private final int frame;

    /** @param seed the words that the picture is made from, such as the prompt and the task's id */
    public Placeholder(PixelSize size, String seed) {
        SplittableRandom random = new SplittableRandom(hash(seed));
        this.size = size;
        this.palette = palette(random);
        this.cells = cells(random);
        int shortSide = Math.min(size.width(), size.height());
        this.cell = Math.max(1, shortSide * 3 / 4 / CELLS);
        this.left = (size.width() - CELLS * cell) / 2;
        this.top = (size.height() - CELLS * cell) / 2;
        this.frame = Math.max(1, shortSide / 64);
    }

    /** Draws it as a PNG. */
    public byte[] png() {
        return new PngWriter(size, palette).write(this::drawRow);
    }

    private boolean drawRow(int y, byte[] row) {
        if (y > 0 && band(y) == band(y - 1)) {
            return false;
        }
        for (int x = 0; x < size.width(); x++) {
            row[1 + x] = (byte) colourAt(x, y);
        }
        return true;
    }

    /** Rows of the same band are equal. */
    private int band(int y) {
        if (y < frame || y >= size.height() - frame) {
            return -2;
        }
        return y < top || y >= top + CELLS * cell ? -1 : (y - top) / cell;
    }

    private int colourAt(int x, int y) {
        if (x < frame || x >= size.width() - frame || y < frame || y >= size.height() - frame) {
            return FRAME;
        }
        boolean inside = x >= left && x < left + CELLS * cell && y >= top && y < top + CELLS * cell;
        return inside ? cells[(y - top) / cell][(x - left) / cell] : BACKGROUND;
    }

    private static int[][] cells(SplittableRandom random) {
        int[][] cells = new int[CELLS][CELLS];
        for (int y = 0; y < CELLS; y++) {
            for (int x = 0; x < CELLS / 2; x++) {
                int colour = random.nextInt(3) == 0 ? BACKGROUND : FIRST_SHADE + random.nextInt(SHADES);
                cells[y][x] = colour;
                cells[y][CELLS - 1 - x] = colour;
            }
        }
        return cells;
    }

    private static int[] palette(SplittableRandom random) {
        int[] palette = new int[FIRST_SHADE + SHADES];
        palette[BACKGROUND] = shade(random, 0xE0);
        palette[FRAME] = shade(random, 0x20);
        for (int i = 0; i < SHADES; i++) {
            palette[FIRST_SHADE + i] = shade(random, 0x40 + 0x20 * i);
        }
        return palette;
    }

    private static int shade(SplittableRandom random, int floor) {
        int range = 0x20;
        return (floor + random.nextInt(range)) << 16
                | (floor + random.nextInt(range)) << 8
                | floor + random.nextInt(range);
    }

    private static long hash(String seed) {
        CRC32 crc = new CRC32();
        crc.update(seed.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}

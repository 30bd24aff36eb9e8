package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Square tiles, each with a quarter circle in one corner. */
final class Tiles implements Motif {

    private static final double QUARTER = StrictMath.PI / 2;
    private static final int SHADES = 4;

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme colors, PromptRandom random) {
        int side = Math.max(1, Math.min(size.width(), size.height()) / random.intInRange(3, 5));
        for (int top = start(size.height(), side); top < size.height(); top += side) {
            for (int left = start(size.width(), side); left < size.width(); left += side) {
                drawTile(canvas, left, top, side, colors, random);
            }
        }
    }

    /** Centers the grid, so that the first and the last tile are cropped equally. */
    private static int start(int length, int side) {
        return -Math.floorMod(-length, side) / 2;
    }

    private static void drawTile(Canvas canvas, int left, int top, int side, ColorScheme colors, PromptRandom random) {
        int ground = random.nextInt(SHADES + 2);
        if (ground < SHADES) {
            canvas.fill(left, top, side, side, colors.shade((double) ground / SHADES));
        }
        int shade = random.nextInt(SHADES + 1);
        if (shade == ground) {
            return;
        }
        int corner = random.nextInt(4);
        double x = corner == 1 || corner == 2 ? left + side : left;
        double y = corner >= 2 ? top + side : top;
        canvas.fill(
                Outline.sector(x, y, side, corner * QUARTER, (corner + 1) * QUARTER),
                shade == SHADES ? colors.accent() : colors.shade((double) shade / SHADES));
    }
}

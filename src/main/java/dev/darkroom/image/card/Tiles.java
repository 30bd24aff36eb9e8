package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Square tiles, each with a quarter of a circle in one of its corners. */
final class Tiles implements Motif {

    private static final double QUARTER = StrictMath.PI / 2;
    private static final int SHADES = 4;

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme tones, PromptRandom dice) {
        int side = Math.max(1, Math.min(size.width(), size.height()) / dice.from(3, 5));
        for (int top = start(size.height(), side); top < size.height(); top += side) {
            for (int left = start(size.width(), side); left < size.width(); left += side) {
                tile(canvas, left, top, side, tones, dice);
            }
        }
    }

    /** What is left over is taken from the first and the last tile, and not seen as a strip. */
    private static int start(int length, int side) {
        return -Math.floorMod(-length, side) / 2;
    }

    private static void tile(Canvas canvas, int left, int top, int side, ColorScheme tones, PromptRandom dice) {
        int ground = dice.below(SHADES + 2);
        if (ground < SHADES) {
            canvas.fill(left, top, side, side, tones.shade((double) ground / SHADES));
        }
        int shade = dice.below(SHADES + 1);
        if (shade == ground) {
            return;
        }
        int corner = dice.below(4);
        double x = corner == 1 || corner == 2 ? left + side : left;
        double y = corner >= 2 ? top + side : top;
        canvas.fill(
                Outline.sector(x, y, side, corner * QUARTER, (corner + 1) * QUARTER),
                shade == SHADES ? tones.accent() : tones.shade((double) shade / SHADES));
    }
}

package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Rays around a disc. */
final class Rays implements Motif {

    private static final double FULL_TURN = 2 * StrictMath.PI;

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme colors, PromptRandom random) {
        double longSide = Math.max(size.width(), size.height());
        double shortSide = Math.min(size.width(), size.height());
        double x = size.width() * random.nextDouble(0.1, 0.9);
        double y = size.height() * random.nextDouble(0.25, 0.7);
        int rays = random.intInRange(5, 9);
        double start = random.nextDouble(0, FULL_TURN);
        double width = random.nextDouble(0.35, 0.65);
        int shades = random.intInRange(2, 4);
        for (int i = 0; i < rays; i++) {
            double from = start + FULL_TURN * i / rays;
            canvas.fill(
                    Outline.sector(x, y, 2 * longSide, from, from + FULL_TURN / rays * width),
                    colors.shade((double) (i % shades) / shades));
        }
        canvas.fill(Outline.circle(x, y, shortSide * random.nextDouble(0.12, 0.28)), colors.accent());
    }
}

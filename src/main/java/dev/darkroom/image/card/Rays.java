package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Rays that go out from a disc. */
final class Rays implements Motif {

    private static final double WHOLE = 2 * StrictMath.PI;

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme tones, PromptRandom dice) {
        double longSide = Math.max(size.width(), size.height());
        double shortSide = Math.min(size.width(), size.height());
        double x = size.width() * dice.between(0.1, 0.9);
        double y = size.height() * dice.between(0.25, 0.7);
        int rays = dice.from(5, 9);
        double start = dice.between(0, WHOLE);
        double width = dice.between(0.35, 0.65);
        int shades = dice.from(2, 4);
        for (int i = 0; i < rays; i++) {
            double from = start + WHOLE * i / rays;
            canvas.fill(
                    Outline.sector(x, y, 2 * longSide, from, from + WHOLE / rays * width),
                    tones.shade((double) (i % shades) / shades));
        }
        canvas.fill(Outline.circle(x, y, shortSide * dice.between(0.12, 0.28)), tones.accent());
    }
}

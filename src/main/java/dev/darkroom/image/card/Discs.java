package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Large discs that lie upon each other. */
final class Discs implements Motif {

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme tones, PromptRandom dice) {
        double longSide = Math.max(size.width(), size.height());
        int discs = dice.from(4, 6);
        int outstanding = dice.from(1, discs - 1);
        for (int i = 0; i < discs; i++) {
            double nearness = (double) i / (discs - 1);
            canvas.fill(
                    Outline.circle(
                            size.width() * dice.between(0, 1),
                            size.height() * dice.between(0, 1),
                            longSide * (0.36 - 0.24 * nearness) * dice.between(0.7, 1.2)),
                    i == outstanding ? tones.accent() : tones.shade(nearness));
        }
    }
}

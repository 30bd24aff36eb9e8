package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Circles around one point, like those of a stone in the water. */
final class Rings implements Motif {

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme tones, PromptRandom dice) {
        double longSide = Math.max(size.width(), size.height());
        double x = size.width() * dice.between(0.1, 0.9);
        double y = size.height() * dice.between(0.1, 0.7);
        int rings = dice.from(4, 6);
        int outstanding = dice.below(rings);
        double radius = longSide * dice.between(0.7, 0.95);
        for (int i = 0; i < rings; i++) {
            canvas.fill(
                    Outline.circle(x, y, radius),
                    i == outstanding ? tones.accent() : tones.shade((double) i / (rings - 1)));
            radius *= dice.between(0.62, 0.88);
        }
    }
}

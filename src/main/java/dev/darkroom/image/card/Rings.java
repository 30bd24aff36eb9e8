package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Concentric circles, like ripples on water. */
final class Rings implements Motif {

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme colors, PromptRandom random) {
        double longSide = Math.max(size.width(), size.height());
        double x = size.width() * random.nextDouble(0.1, 0.9);
        double y = size.height() * random.nextDouble(0.1, 0.7);
        int rings = random.intInRange(4, 6);
        int accented = random.nextInt(rings);
        double radius = longSide * random.nextDouble(0.7, 0.95);
        for (int i = 0; i < rings; i++) {
            canvas.fill(
                    Outline.circle(x, y, radius),
                    i == accented ? colors.accent() : colors.shade((double) i / (rings - 1)));
            radius *= random.nextDouble(0.62, 0.88);
        }
    }
}

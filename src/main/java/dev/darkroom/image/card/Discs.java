package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Large overlapping discs. */
final class Discs implements Motif {

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme colors, PromptRandom random) {
        double longSide = Math.max(size.width(), size.height());
        int discs = random.intInRange(4, 6);
        int accented = random.intInRange(1, discs - 1);
        for (int i = 0; i < discs; i++) {
            double nearness = (double) i / (discs - 1);
            canvas.fill(
                    Outline.circle(
                            size.width() * random.nextDouble(0, 1),
                            size.height() * random.nextDouble(0, 1),
                            longSide * (0.36 - 0.24 * nearness) * random.nextDouble(0.7, 1.2)),
                    i == accented ? colors.accent() : colors.shade(nearness));
        }
    }
}

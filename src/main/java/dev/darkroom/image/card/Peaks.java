package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Mountain ranges with sharp ridges, one behind the other, under a moon. */
final class Peaks implements Motif {

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme colors, PromptRandom random) {
        double shortSide = Math.min(size.width(), size.height());
        canvas.fill(
                Outline.circle(
                        size.width() * random.nextDouble(0.2, 0.8),
                        size.height() * random.nextDouble(0.1, 0.3),
                        shortSide * random.nextDouble(0.05, 0.12)),
                colors.accent());
        int mountains = random.intInRange(3, 4);
        for (int i = 0; i < mountains; i++) {
            double nearness = (double) i / (mountains - 1);
            double base = size.height() * (0.5 + 0.32 * nearness);
            canvas.fill(range(size, base, shortSide, random), colors.shade(nearness));
        }
    }

    private static Outline range(PixelSize size, double base, double shortSide, PromptRandom random) {
        Outline range = new Outline().moveTo(-shortSide, size.height()).lineTo(-shortSide, base);
        boolean isTop = true;
        for (double x = -shortSide * random.nextDouble(0, 0.4); x < size.width() + shortSide / 2; isTop = !isTop) {
            range.lineTo(x, isTop ? base - shortSide * random.nextDouble(0.1, 0.34) : base + shortSide * 0.05);
            x += shortSide * random.nextDouble(0.12, 0.4);
        }
        return range.lineTo(size.width() + shortSide, base)
                .lineTo(size.width() + shortSide, size.height())
                .close();
    }
}

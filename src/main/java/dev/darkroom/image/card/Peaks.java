package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Mountain ranges with sharp ridges, one behind the other, under a moon. */
final class Peaks implements Motif {

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme tones, PromptRandom dice) {
        double shortSide = Math.min(size.width(), size.height());
        canvas.fill(
                Outline.circle(
                        size.width() * dice.between(0.2, 0.8),
                        size.height() * dice.between(0.1, 0.3),
                        shortSide * dice.between(0.05, 0.12)),
                tones.accent());
        int ranges = dice.from(3, 4);
        for (int i = 0; i < ranges; i++) {
            double nearness = (double) i / (ranges - 1);
            double foot = size.height() * (0.5 + 0.32 * nearness);
            canvas.fill(range(size, foot, shortSide, dice), tones.shade(nearness));
        }
    }

    private static Outline range(PixelSize size, double foot, double shortSide, PromptRandom dice) {
        Outline range = new Outline().moveTo(-shortSide, size.height()).lineTo(-shortSide, foot);
        boolean isTop = true;
        for (double x = -shortSide * dice.between(0, 0.4); x < size.width() + shortSide / 2; isTop = !isTop) {
            range.lineTo(x, isTop ? foot - shortSide * dice.between(0.1, 0.34) : foot + shortSide * 0.05);
            x += shortSide * dice.between(0.12, 0.4);
        }
        return range.lineTo(size.width() + shortSide, foot)
                .lineTo(size.width() + shortSide, size.height())
                .close();
    }
}

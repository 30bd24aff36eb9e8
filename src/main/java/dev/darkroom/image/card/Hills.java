package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Rolling hills, one behind the other, under a sun. */
final class Hills implements Motif {

    private static final int POINTS = 160;

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme colors, PromptRandom random) {
        double shortSide = Math.min(size.width(), size.height());
        canvas.fill(
                Outline.circle(
                        size.width() * random.nextDouble(0.15, 0.85),
                        size.height() * random.nextDouble(0.12, 0.4),
                        shortSide * random.nextDouble(0.07, 0.18)),
                colors.accent());
        int hills = random.intInRange(3, 5);
        for (int i = 0; i < hills; i++) {
            double nearness = (double) i / (hills - 1);
            double height = size.height() * (0.35 + 0.5 * nearness + random.nextDouble(-0.04, 0.04));
            canvas.fill(hill(size, height, shortSide * random.nextDouble(0.03, 0.09), random), colors.shade(nearness));
        }
    }

    private static Outline hill(PixelSize size, double height, double swing, PromptRandom random) {
        double waves = random.nextDouble(0.6, 1.6);
        double phase = random.nextDouble(0, 2 * StrictMath.PI);
        double ripples = random.nextDouble(1.8, 3.4);
        double ripplePhase = random.nextDouble(0, 2 * StrictMath.PI);
        Outline hill = new Outline().moveTo(0, size.height());
        for (int i = 0; i <= POINTS; i++) {
            double along = (double) i / POINTS;
            double y = height
                    + swing * StrictMath.sin(2 * StrictMath.PI * waves * along + phase)
                    + 0.35 * swing * StrictMath.sin(2 * StrictMath.PI * ripples * along + ripplePhase);
            hill.lineTo(size.width() * along, y);
        }
        return hill.lineTo(size.width(), size.height()).close();
    }
}

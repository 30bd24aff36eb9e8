package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;

/** Rolling hills, one behind the other, under a sun. */
final class Hills implements Motif {

    private static final int POINTS = 160;

    @Override
    public void draw(Canvas canvas, PixelSize size, ColorScheme tones, PromptRandom dice) {
        double shortSide = Math.min(size.width(), size.height());
        canvas.fill(
                Outline.circle(
                        size.width() * dice.between(0.15, 0.85),
                        size.height() * dice.between(0.12, 0.4),
                        shortSide * dice.between(0.07, 0.18)),
                tones.accent());
        int hills = dice.from(3, 5);
        for (int i = 0; i < hills; i++) {
            double nearness = (double) i / (hills - 1);
            double height = size.height() * (0.35 + 0.5 * nearness + dice.between(-0.04, 0.04));
            canvas.fill(hill(size, height, shortSide * dice.between(0.03, 0.09), dice), tones.shade(nearness));
        }
    }

    private static Outline hill(PixelSize size, double height, double swing, PromptRandom dice) {
        double waves = dice.between(0.6, 1.6);
        double phase = dice.between(0, 2 * StrictMath.PI);
        double ripples = dice.between(1.8, 3.4);
        double ripplePhase = dice.between(0, 2 * StrictMath.PI);
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

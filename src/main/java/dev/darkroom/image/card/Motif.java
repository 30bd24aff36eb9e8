package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;

/** A pattern in the background. */
interface Motif {

    void draw(Canvas canvas, PixelSize size, ColorScheme colors, PromptRandom random);
}

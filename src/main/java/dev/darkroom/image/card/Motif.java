package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;

/** What is behind the text, drawn in one of several ways. */
interface Motif {

    void draw(Canvas canvas, PixelSize size, ColorScheme tones, PromptRandom dice);
}

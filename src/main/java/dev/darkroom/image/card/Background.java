package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import java.util.List;

/**
 * The background behind the caption. It depends only on the prompt and the index: the same prompt always looks the
 * same, while different prompts, and the images of one task, look different.
 */
final class Background {

    private static final List<Motif> MOTIFS =
            List.of(new Hills(), new Peaks(), new Rings(), new Rays(), new Discs(), new Tiles());

    /** The number of bands in the background gradient. */
    private static final int BANDS = 24;

    private final PromptRandom random;
    private final ColorScheme colors;

    /** @param index the position among the images for this prompt, from 0 */
    Background(String prompt, int index) {
        this.random = new PromptRandom(index == 0 ? prompt : prompt + '#' + index);
        this.colors = new ColorScheme(random);
    }

    ColorScheme colors() {
        return colors;
    }

    /** @param isTransparent whether to leave out the gradient behind the motif */
    void draw(Canvas canvas, PixelSize size, boolean isTransparent) {
        for (int i = 0; i < BANDS && !isTransparent; i++) {
            int top = size.height() * i / BANDS;
            int bottom = size.height() * (i + 1) / BANDS;
            canvas.fill(0, top, size.width(), bottom - top, colors.gradient((double) i / (BANDS - 1)));
        }
        MOTIFS.get(random.nextInt(MOTIFS.size())).draw(canvas, size, colors, random);
    }
}

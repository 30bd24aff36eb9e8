package dev.darkroom.image.card;

import dev.darkroom.image.PixelSize;
import dev.darkroom.image.raster.Canvas;
import java.util.List;

/** What is behind the text. All of it follows from the prompt: two prompts do not look alike, and one always does; nor do pictures of one task. */
final class Background {

    private static final List<Motif> MOTIFS =
            List.of(new Hills(), new Peaks(), new Rings(), new Rays(), new Discs(), new Tiles());

    /** In how many steps the ground changes its color. */
    private static final int BANDS = 24;

    private final PromptRandom dice;
    private final ColorScheme tones;

    /** @param index which of several pictures for the prompt it is */
    Background(String prompt, int index) {
        this.dice = new PromptRandom(index == 0 ? prompt : prompt + '#' + index);
        this.tones = new ColorScheme(dice);
    }

    ColorScheme tones() {
        return tones;
    }

    /** @param isTransparent whether nothing is behind the motif */
    void draw(Canvas canvas, PixelSize size, boolean isTransparent) {
        for (int i = 0; i < BANDS && !isTransparent; i++) {
            int top = size.height() * i / BANDS;
            int bottom = size.height() * (i + 1) / BANDS;
            canvas.fill(0, top, size.width(), bottom - top, tones.ground((double) i / (BANDS - 1)));
        }
        MOTIFS.get(dice.below(MOTIFS.size())).draw(canvas, size, tones, dice);
    }
}

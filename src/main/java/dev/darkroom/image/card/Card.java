package dev.darkroom.image.card;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import dev.darkroom.image.Thumbnail;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.CanvasBuffers;
import dev.darkroom.image.raster.Raster;
import dev.darkroom.image.type.Typefaces;
import java.util.List;

/** A picture that says what it stands for: a background that follows from the prompt, and a sheet of paper with the facts. */
public final class Card {

    private static final int CLEAR = 0x00000000;

    private final Typefaces typefaces;
    private final ImageFacts facts;
    private final List<Thumbnail> references;

    /** @param references where somebody looked at them */
    public Card(Typefaces typefaces, ImageFacts facts, List<Thumbnail> references) {
        this.typefaces = typefaces;
        this.facts = facts;
        this.references = references;
    }

    /** @param memory to draw in */
    public Raster draw(CanvasBuffers memory) {
        PixelSize size = facts.image().size();
        double unit = Math.min(size.width(), size.height()) / 100.0;
        boolean isTransparent = isTransparent(facts.image().output());
        Background background = new Background(facts.prompt(), facts.index());
        Raster raster =
                new Raster(size, isTransparent ? CLEAR : background.tones().ground(0), memory);
        Canvas canvas = new Canvas(raster);
        raster.palette().keepFree(Caption.COLORS + (references.isEmpty() ? 0 : Thumbnails.COLORS));
        background.draw(canvas, size, isTransparent);
        raster.palette().keepFree(0);
        long missing = references.stream().filter(Thumbnail::isFailed).count();
        Wording wording = Wording.of(facts, missing, typefaces.regular());
        Thumbnails thumbnails = new Thumbnails(references, unit);
        new Caption(canvas, size, unit, typefaces, wording, thumbnails)
                .draw(background.tones().deepAccent());
        return raster;
    }

    private static boolean isTransparent(Output output) {
        return output.isTransparent() && output.format().hasTransparency();
    }
}

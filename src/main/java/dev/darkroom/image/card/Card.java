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

/** The layout of a placeholder: a background derived from the prompt, and a caption with the facts. */
public final class Card {

    private static final int TRANSPARENT = 0x00000000;

    private final Typefaces typefaces;
    private final ImageFacts facts;
    private final List<Thumbnail> references;

    /** @param references one thumbnail per reference, or empty if the references were not read */
    public Card(Typefaces typefaces, ImageFacts facts, List<Thumbnail> references) {
        this.typefaces = typefaces;
        this.facts = facts;
        this.references = references;
    }

    /** @param buffers the memory to draw in */
    public Raster draw(CanvasBuffers buffers) {
        PixelSize size = facts.image().size();
        double unit = Math.min(size.width(), size.height()) / 100.0;
        boolean isTransparent = isTransparent(facts.image().output());
        Background background = new Background(facts.prompt(), facts.index());
        Raster raster = new Raster(
                size, isTransparent ? TRANSPARENT : background.colors().gradient(0), buffers);
        Canvas canvas = new Canvas(raster);
        raster.palette().reserve(Caption.COLORS + (references.isEmpty() ? 0 : Thumbnails.COLORS));
        background.draw(canvas, size, isTransparent);
        raster.palette().reserve(0);
        long missing = references.stream().filter(Thumbnail::isFailed).count();
        Wording wording = Wording.of(facts, missing, typefaces.regular());
        Thumbnails thumbnails = new Thumbnails(references, unit);
        new Caption(canvas, size, unit, typefaces, wording, thumbnails)
                .draw(background.colors().deepAccent());
        Development.apply(raster, facts.developed());
        return raster;
    }

    private static boolean isTransparent(Output output) {
        return output.isTransparent() && output.format().hasTransparency();
    }
}

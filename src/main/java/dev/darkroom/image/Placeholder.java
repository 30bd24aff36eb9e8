package dev.darkroom.image;

import dev.darkroom.image.card.Card;
import dev.darkroom.image.format.Encoder;
import dev.darkroom.image.raster.CanvasBuffers;
import dev.darkroom.image.type.Typefaces;
import java.util.List;

/**
 * Draws the pictures that stand for generated ones. The same facts give the same bytes, always and everywhere.
 *
 * <p>A thread that draws keeps one byte for each pixel of the largest picture that it has drawn; besides, a picture takes
 * its file and less than four megabytes. Safe for use by several threads.
 */
public final class Placeholder {

    private final Typefaces typefaces = new Typefaces();
    private final ThreadLocal<Desk> desk = ThreadLocal.withInitial(() -> new Desk(new CanvasBuffers(), new Encoder()));

    /** @param thumbnails of the references, where somebody looked at them */
    public byte[] draw(ImageFacts facts, List<Thumbnail> thumbnails) {
        Desk own = desk.get();
        return own.encoder().encode(new Card(typefaces, facts, thumbnails).draw(own.memory()), facts);
    }

    /** What each thread that draws has for itself. */
    private record Desk(CanvasBuffers memory, Encoder encoder) {}
}

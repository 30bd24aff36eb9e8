package dev.darkroom.image;

import dev.darkroom.image.card.Card;
import dev.darkroom.image.format.Encoder;
import dev.darkroom.image.raster.CanvasBuffers;
import dev.darkroom.image.type.Typefaces;
import java.util.List;

/**
 * Draws the placeholders that stand in for generated images. The same facts give the same bytes on every machine.
 *
 * <p>Each drawing thread keeps a buffer of one byte per pixel of the largest image that it has drawn. In addition,
 * drawing an image allocates its file and less than four megabytes. Thread-safe.
 */
public final class Placeholder {

    private final Typefaces typefaces = new Typefaces();
    private final ThreadLocal<Tools> tools =
            ThreadLocal.withInitial(() -> new Tools(new CanvasBuffers(), new Encoder()));

    /** @param thumbnails one per reference, or empty if the references were not read */
    public byte[] draw(ImageFacts facts, List<Thumbnail> thumbnails) {
        Tools threadTools = tools.get();
        return threadTools.encoder().encode(new Card(typefaces, facts, thumbnails).draw(threadTools.buffers()), facts);
    }

    /** The reusable buffers of one drawing thread. */
    private record Tools(CanvasBuffers buffers, Encoder encoder) {}
}

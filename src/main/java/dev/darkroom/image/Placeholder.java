package dev.darkroom.image;

import dev.darkroom.image.card.Card;
import dev.darkroom.image.format.Encoder;
import dev.darkroom.image.type.Typefaces;
import java.util.List;

/**
 * Draws the pictures that stand for generated ones. The same facts give the same bytes, always and everywhere.
 *
 * <p>While it draws, a picture takes one byte a pixel, its file, and less than a megabyte besides. Safe for use by
 * several threads.
 */
public final class Placeholder {

    private final Typefaces typefaces = new Typefaces();

    /** @param thumbnails of the references, where somebody looked at them */
    public byte[] draw(ImageFacts facts, List<Thumbnail> thumbnails) {
        return Encoder.encode(new Card(typefaces, facts, thumbnails).draw(), facts);
    }
}

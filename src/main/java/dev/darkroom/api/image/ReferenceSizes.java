package dev.darkroom.api.image;

import dev.darkroom.image.Dimensions;
import java.util.Optional;

/** Knows how large references are, as far as this can be told without a request. */
public interface ReferenceSizes {

    /** @param url of a reference; may be a {@code data:} URI */
    Optional<Dimensions> of(String url);
}

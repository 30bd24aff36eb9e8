package dev.darkroom.api.image;

import dev.darkroom.image.Dimensions;
import java.util.Optional;

/** Finds the sizes of references without fetching them. */
public interface ReferenceSizes {

    /**
     * The size of a reference; empty if it is unknown.
     *
     * @param url may be a {@code data:} URI
     */
    Optional<Dimensions> of(String url);
}

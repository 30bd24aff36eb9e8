package dev.darkroom.image;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads the images that a client sent to be edited, as thumbnails. */
public interface ReferenceReader {

    /** Returns what a task must keep of its references to read them later. */
    References of(List<? extends Reference> references);

    /** {@link #of} for references that are all URLs. */
    default References ofUrls(List<String> urls) {
        return of(References.ofUrls(urls).list());
    }

    /**
     * Reads references without blocking.
     *
     * @return one thumbnail per reference; {@link Thumbnail#FAILED} for a reference that cannot be read. The stage never fails.
     */
    CompletionStage<List<Thumbnail>> read(List<Reference> references);
}

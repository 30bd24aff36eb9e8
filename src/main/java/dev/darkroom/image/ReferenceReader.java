package dev.darkroom.image;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads the images that a client sent to be edited, as thumbnails. */
public interface ReferenceReader {

    /** Returns what a task must keep of its references to draw them later. */
    References retain(List<? extends Reference> references);

    /** As {@link #retain}, for references that are all URLs. */
    default References retainUrls(List<String> urls) {
        return retain(References.ofUrls(urls).list());
    }

    /**
     * Decodes uploads as thumbnails without blocking. The content of a file is available only while the request is
     * processed, and only the thumbnail is kept.
     *
     * @param holder whose uploads they are; those of one holder do not delay those of another
     * @return completed when the content is not needed any more; never fails
     */
    CompletionStage<Void> decode(Object holder, List<Reference.Upload> uploads);

    /**
     * Reads references without blocking.
     *
     * @param holder whose references they are; those of one holder do not delay those of another
     * @return one thumbnail per reference; {@link Thumbnail#FAILED} for a reference that cannot be read. The stage
     *     never fails.
     */
    CompletionStage<List<Thumbnail>> read(Object holder, List<Reference> references);
}

package dev.darkroom.image;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Looks at references. */
public interface ReferenceReader {

    /** What has to be kept of references, so that they can be looked at. */
    References of(List<String> urls);

    /** Gives one for each, and never fails: for those that cannot be had, {@link Thumbnail#FAILED}. */
    CompletionStage<List<Thumbnail>> read(List<String> urls);
}

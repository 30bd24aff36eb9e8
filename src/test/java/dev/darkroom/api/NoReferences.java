package dev.darkroom.api;

import dev.darkroom.image.Reference;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.image.References;
import dev.darkroom.image.Thumbnail;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A reader that counts references and never reads them. */
public final class NoReferences implements ReferenceReader {

    @Override
    public References retain(List<? extends Reference> references) {
        return References.counted(references.size());
    }

    @Override
    public CompletionStage<Void> decode(Object holder, List<Reference.Upload> uploads) {
        throw new UnsupportedOperationException("references are only counted");
    }

    @Override
    public CompletionStage<List<Thumbnail>> read(Object holder, List<Reference> references) {
        throw new UnsupportedOperationException("references are only counted");
    }
}

package dev.darkroom.api;

import dev.darkroom.image.ReferenceReader;
import dev.darkroom.image.References;
import dev.darkroom.image.Thumbnail;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes references and never looks at them. */
public final class NoReferences implements ReferenceReader {

    @Override
    public References of(List<String> urls) {
        return References.counted(urls.size());
    }

    @Override
    public CompletionStage<List<Thumbnail>> read(List<String> urls) {
        throw new UnsupportedOperationException("nobody looks");
    }
}

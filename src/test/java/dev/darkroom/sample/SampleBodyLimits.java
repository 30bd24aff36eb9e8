package dev.darkroom.sample;

import dev.darkroom.http.BodyLimit;
import dev.darkroom.http.BodyLimits;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Edits carry uploads. */
@Singleton
@IfBuildProperty(name = SampleDialect.ENABLED, stringValue = "true")
public class SampleBodyLimits implements BodyLimits {

    static final int MAX_BYTES = 4 << 20;

    @Override
    public Optional<BodyLimit> of(String path) {
        return Optional.empty();
    }

    @Override
    public Optional<BodyLimit> ofForms(String path) {
        return path.equals(EditsResource.PATH)
                ? Optional.of(new BodyLimit(MAX_BYTES, "the sample vendor"))
                : Optional.empty();
    }
}

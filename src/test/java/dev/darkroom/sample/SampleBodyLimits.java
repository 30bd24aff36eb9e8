package dev.darkroom.sample;

import dev.darkroom.http.BodyLimits;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** Edits carry uploads. */
@Singleton
@IfBuildProperty(name = SampleDialect.ENABLED, stringValue = "true")
public class SampleBodyLimits implements BodyLimits {

    static final int MAX_BYTES = 4 << 20;

    @Override
    public OptionalLong maxBytes(String path) {
        return path.equals(EditsResource.PATH) ? OptionalLong.of(MAX_BYTES) : OptionalLong.empty();
    }
}

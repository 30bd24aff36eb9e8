package dev.darkroom.server;

import dev.darkroom.api.Dialects;
import dev.darkroom.http.BodyLimit;
import dev.darkroom.http.BodyLimits;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Requests to APIs that accept {@code data:} URIs may be large, because such a URI contains a whole image. */
@Singleton
class DataUriLimit implements BodyLimits {

    /** Sixteen images of more than 2 MB. */
    private static final BodyLimit LIMIT = new BodyLimit(48L << 20, "vendors that accept data: URIs");

    private final List<String> prefixes;

    DataUriLimit(Dialects dialects) {
        this.prefixes = dialects.all().stream()
                .filter(dialect -> dialect.dataUris().areAccepted())
                .map(dialect -> "/" + dialect.name() + "/")
                .toList();
    }

    @Override
    public Optional<BodyLimit> of(String path) {
        for (String prefix : prefixes) {
            if (path.startsWith(prefix)) {
                return Optional.of(LIMIT);
            }
        }
        return Optional.empty();
    }
}

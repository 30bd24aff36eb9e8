package dev.darkroom.server;

import dev.darkroom.access.redaction.Redaction;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Set;

/** Limits the values of metric tags that clients choose, because the metrics registry keeps every value. */
@Singleton
class MeterTags {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final Provider<Redaction> redaction;

    MeterTags(Provider<Redaction> redaction) {
        this.redaction = redaction;
    }

    /** Masks the secrets in paths, which the metrics show for requests that no resource received. */
    @Produces
    @Singleton
    MeterFilter paths() {
        return MeterFilter.replaceTagValues("uri", path -> redaction.get().text(path));
    }

    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : "other");
    }
}

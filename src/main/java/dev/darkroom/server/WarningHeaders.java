package dev.darkroom.server;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.DarkroomHeaders;
import dev.darkroom.sandbox.Sandbox;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes the warnings about a request into its response. */
@Singleton
class WarningHeaders {

    private final Provider<Redaction> redaction;

    /** @param redaction resolved on use, because filters are created before the settings are validated */
    WarningHeaders(Provider<Redaction> redaction) {
        this.redaction = redaction;
    }

    /** Writes all warnings, with the secrets in them masked. */
    void write(RequestContext request) {
        List<String> warnings = request.warnings();
        if (!warnings.isEmpty()) {
            Redaction withKey =
                    redaction.get().with(request.sandbox().map(Sandbox::key).or(request::key));
            request.exchange()
                    .response()
                    .headers()
                    .set(
                            DarkroomHeaders.WARNING,
                            warnings.stream().map(withKey::text).toList());
        }
    }
}

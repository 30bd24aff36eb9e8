package dev.darkroom.sample;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Check;
import dev.darkroom.api.ClientGuidelines;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectProfile;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.task.Outcome;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.config.ConfigMapping;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A vendor that only the tests with {@link SampleVendorProfile} have. It has operations that no built-in
 * vendor has: uploads in forms, streams of events, a limit of images, larger bodies, and errors without a body.
 */
@ApplicationScoped
@IfBuildProperty(name = SampleDialect.ENABLED, stringValue = "true")
public class SampleDialect implements Dialect {

    static final String NAME = "sample";
    static final String ENABLED = "sample-vendor.enabled";

    private static final DialectProfile PROFILE = new DialectProfile(
            NAME,
            "Sample",
            Set.of("api.sample.test"),
            Optional.empty(),
            "smp-",
            Check.USUAL_ORDER,
            Set.of("sample-1"),
            CommonError.codes(),
            CommonError.UPSTREAM_ERROR.code(),
            new ClientGuidelines(Duration.ofSeconds(1), Map.of()),
            Set.of(Capability.POLLS));

    private final SampleErrorResponses errors = new SampleErrorResponses();

    @Override
    public DialectProfile profile() {
        return PROFILE;
    }

    @Override
    public SampleErrorResponses errors() {
        return errors;
    }

    /** It has no settings. */
    @Override
    public Class<?> configMapping() {
        return NoSettings.class;
    }

    @Override
    public List<String> settingErrors() {
        return List.of();
    }

    /** Its clients can be told from those of the other vendor that has {@code /v1/tasks}. */
    @Override
    public boolean recognizes(MultiMap headers, Optional<ApiKey> key) {
        return headers.contains("X-Sample")
                || key.filter(found -> found.value().startsWith(PROFILE.keyPrefix()))
                        .isPresent();
    }

    @Override
    public Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message) {
        return Optional.of(new Outcome.Fails(code.orElse("failed"), message.orElse("The task failed.")));
    }

    @Override
    public ErrorResponse error(String code, Optional<Duration> retryAfter) {
        return errors.ofCode(code).response();
    }

    /** Declares no setting. */
    @ConfigMapping(prefix = "darkroom.sample")
    public interface NoSettings {}
}

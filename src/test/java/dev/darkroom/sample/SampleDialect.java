package dev.darkroom.sample;

import dev.darkroom.api.ClientGuidelines;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectSettings;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.task.Outcome;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A vendor that only the tests with {@link SampleVendorProfile} have. It needs what no built-in vendor needs. */
@ApplicationScoped
@IfBuildProperty(name = SampleDialect.ENABLED, stringValue = "true")
public class SampleDialect implements Dialect {

    static final String NAME = "sample";
    static final String ENABLED = "sample-vendor.enabled";

    private final SampleErrorResponses errors = new SampleErrorResponses();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> hosts() {
        return Set.of("api.sample.test");
    }

    @Override
    public String keyPrefix() {
        return "smp-";
    }

    @Override
    public SampleErrorResponses errors() {
        return errors;
    }

    @Override
    public List<String> errorCodes() {
        return CommonError.codes();
    }

    @Override
    public Set<String> models() {
        return Set.of("sample-1");
    }

    @Override
    public DialectSettings settings() {
        return new DialectSettings(Set.of(), Set.of());
    }

    @Override
    public List<String> settingErrors() {
        return List.of();
    }

    @Override
    public boolean ownsAtRoot(String path) {
        return false;
    }

    @Override
    public Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message) {
        return Optional.of(new Outcome.Fails(code.orElse("failed"), message.orElse("The task failed.")));
    }

    @Override
    public ErrorResponse error(String code, Optional<Duration> retryAfter) {
        return errors.ofCode(code).answer();
    }

    @Override
    public String codeOfOutage() {
        return CommonError.UPSTREAM_ERROR.code();
    }

    @Override
    public ClientGuidelines advice() {
        return new ClientGuidelines(Duration.ofSeconds(1), Map.of());
    }
}

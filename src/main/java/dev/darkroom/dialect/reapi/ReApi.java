package dev.darkroom.dialect.reapi;

import dev.darkroom.access.RateRule;
import dev.darkroom.api.ClientGuidelines;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectProfile;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.UnsupportedArea;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dialect of reAPI (reapi.ai), as documented in seeds/002. */
@Singleton
public class ReApi implements Dialect {

    static final String NAME = "reapi";

    /**
     * Inferred: the page says only that they cover a few hundred images of the basic channel (seeds/002: Create an API
     * key).
     */
    private static final Credits INITIAL_CREDITS = Credits.of("5000");

    /** Inferred, because no page gives a figure (providers/reapi.md §8). */
    private static final RateRule SUBMIT_LIMIT = new RateRule(60, Duration.ofMinutes(1));

    /** From the URLs in the examples (seeds/002). */
    private static final String FILE_HOST = "cdn.reapi.ai";

    private final ReApiConfig config;
    private final ConfiguredCodes codes;
    private final ReApiErrorResponses errors;
    private final DialectProfile profile;

    ReApi(ReApiConfig config, ConfiguredCodes codes, ReApiErrorResponses errors) {
        this.config = config;
        this.codes = codes;
        this.errors = errors;
        this.profile = new DialectProfile(
                NAME,
                "reAPI",
                Set.of("reapi.ai", FILE_HOST),
                Optional.of(FILE_HOST),
                "rk_live_",
                config.checks(),
                Arrays.stream(Channel.values())
                        .filter(channel -> channel != Channel.BETA || config.beta())
                        .map(Channel::model)
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.concat(codes.all().stream(), CommonError.codes().stream())
                        .toList(),
                Integer.toString(codes.of(ErrorCode.UPSTREAM_UNAVAILABLE)),
                new ClientGuidelines(config.pollInterval(), GuidelinePages.BY_FINDING),
                Set.of(Capability.POLLS));
    }

    @Override
    public Optional<String> fileHost() {
        return config.fileHost() ? Optional.of(FILE_HOST) : Optional.empty();
    }

    /** The paths of videos and audio are documented (providers/reapi.md §1); the others are likely to be tried. */
    @Override
    public List<UnsupportedArea> unsupportedAreas() {
        return List.of(
                UnsupportedArea.of("video tasks", "/api/v1/videos/", "/api/v1/video/"),
                UnsupportedArea.of("audio tasks", "/api/v1/audio/", "/api/v1/music/"),
                UnsupportedArea.of("chats", "/api/v1/chat/completions"),
                UnsupportedArea.of("the catalogue of models", "/api/v1/models/"),
                UnsupportedArea.of("task lists and logs", "/api/v1/tasks", "/api/v1/logs/"));
    }

    /** As the page says (seeds/002: Pricing). */
    @Override
    public Optional<BigDecimal> creditPrice() {
        return Optional.of(new BigDecimal("0.001"));
    }

    @Override
    public DialectProfile profile() {
        return profile;
    }

    @Override
    public SandboxDefaults accountDefaults(SandboxDefaults general) {
        return general.withCredits(INITIAL_CREDITS)
                .withPolicy(general.policy().withRateLimit(Optional.of(SUBMIT_LIMIT)));
    }

    @Override
    public ErrorResponses errors() {
        return errors;
    }

    @Override
    public Set<String> accountHeaders() {
        return Set.of("OpenAI-Organization", "OpenAI-Project");
    }

    @Override
    public Class<?> configMapping() {
        return ReApiConfig.class;
    }

    @Override
    public List<String> settingErrors() {
        return SettingErrors.ofDialect(NAME)
                .checks(config.checks())
                .duration("url-expiry", config.urlExpiry())
                .duration("poll-interval", config.pollInterval())
                .require(codes.areValid(), "codes", config.codes().orElse(List.of()), ConfiguredCodes.RULE)
                .all();
    }

    /**
     * The only documented example is a violation of the content policy. Triggers and rules can name any code of the
     * table.
     */
    @Override
    public Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message) {
        return code.map(this::error)
                .orElse(Optional.of(ErrorCode.CONTENT_POLICY))
                .map(codes::failure)
                .map(failure -> new Outcome.Fails(failure.code(), message.orElse(failure.message())));
    }

    @Override
    public ErrorResponse error(String code, Optional<Duration> retryAfter) {
        return errors.injected(error(code).orElseThrow(), retryAfter);
    }

    @Override
    public String publicId(TaskView task) {
        return ReApiTaskIds.write(task);
    }

    private Optional<ErrorCode> error(String code) {
        return codes.errorOf(code).or(() -> CommonError.of(code).map(ReApi::ofCommon));
    }

    private static ErrorCode ofCommon(CommonError error) {
        return switch (error) {
            case INVALID_REQUEST -> ErrorCode.INVALID_PARAMETER;
            case INVALID_API_KEY -> ErrorCode.INVALID_KEY;
            case INSUFFICIENT_CREDITS -> ErrorCode.INSUFFICIENT_CREDITS;
            case IP_NOT_ALLOWED -> ErrorCode.IP_NOT_ALLOWED;
            case MODEL_NOT_FOUND -> ErrorCode.UNKNOWN_MODEL;
            case TASK_NOT_FOUND -> ErrorCode.TASK_NOT_FOUND;
            case RATE_LIMIT_EXCEEDED -> ErrorCode.RATE_LIMITED;
            case SPEND_LIMIT_EXCEEDED -> ErrorCode.SPEND_LIMIT;
            case INTERNAL_ERROR -> ErrorCode.UNEXPECTED;
            case UPSTREAM_ERROR -> ErrorCode.UPSTREAM_ERROR;
        };
    }
}

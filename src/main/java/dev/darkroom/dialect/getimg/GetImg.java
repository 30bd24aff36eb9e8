package dev.darkroom.dialect.getimg;

import dev.darkroom.access.RateRule;
import dev.darkroom.api.ClientGuidelines;
import dev.darkroom.api.DataUris;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectProfile;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.UnsupportedArea;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.http.RetryAfter;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The dialect of getimg.ai, version 2 of its API, as documented in seeds/004. */
@Singleton
public class GetImg implements Dialect {

    static final String NAME = "getimg";

    /** See providers/getimg.md §2. */
    private static final String KEY_PREFIX = "sk_";

    /** In US dollars; inferred, because the vendor requires a prepaid balance but gives no figure. */
    private static final Credits INITIAL_BALANCE = Credits.of("100");

    /** Limits depend on the account (providers/getimg.md §6); these figures are inferred. */
    private static final RateRule GENERATION_LIMIT = new RateRule(60, Duration.ofMinutes(1));

    private static final int MAX_CONCURRENT = 10;

    private final GetImgConfig config;
    private final GetImgErrorResponses errors = new GetImgErrorResponses();
    private final DialectProfile profile;

    GetImg(GetImgConfig config) {
        this.config = config;
        this.profile = new DialectProfile(
                NAME,
                "getimg.ai",
                Set.of("api.getimg.ai"),
                Optional.empty(),
                KEY_PREFIX,
                config.checks(),
                Set.of(Model.ID),
                Stream.concat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code), CommonError.codes().stream())
                        .distinct()
                        .toList(),
                ErrorCode.SERVICE_UNAVAILABLE.code(),
                new ClientGuidelines(Duration.ZERO, GuidelinePages.BY_FINDING),
                Set.of());
    }

    @Override
    public DataUris dataUris() {
        return DataUris.ifSet(NAME, config.dataUris());
    }

    /** The path of videos is documented (providers/getimg.md §1); the others are likely to be tried. */
    @Override
    public List<UnsupportedArea> unsupportedAreas() {
        return List.of(
                UnsupportedArea.of("video generations", "/v2/videos/"),
                UnsupportedArea.of("audio generations", "/v2/audio/"),
                UnsupportedArea.of(
                        "version 1 of the API",
                        "/v1/stable-diffusion/",
                        "/v1/stable-diffusion-xl/",
                        "/v1/latent-consistency/",
                        "/v1/essential/",
                        "/v1/essential-v2/",
                        "/v1/flux-schnell/"));
    }

    @Override
    public DialectProfile profile() {
        return profile;
    }

    @Override
    public SandboxDefaults accountDefaults(SandboxDefaults general) {
        return general.withCredits(INITIAL_BALANCE)
                .withPolicy(general.policy()
                        .withRateLimit(Optional.of(GENERATION_LIMIT))
                        .withConcurrency(Optional.of(MAX_CONCURRENT)));
    }

    @Override
    public GetImgErrorResponses errors() {
        return errors;
    }

    @Override
    public Set<String> accountHeaders() {
        return Set.of("OpenAI-Organization", "OpenAI-Project");
    }

    @Override
    public Class<?> configMapping() {
        return GetImgConfig.class;
    }

    @Override
    public List<String> settingErrors() {
        return SettingErrors.ofDialect(NAME)
                .checks(config.checks())
                .duration("url-expiry", config.urlExpiry())
                .all();
    }

    @Override
    public Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message) {
        return find(code.orElse(ErrorCode.INTERNAL_ERROR.code()))
                .map(error -> new Outcome.Fails(error.code(), message.orElse(error.message())));
    }

    @Override
    public ErrorResponse error(String code, Optional<Duration> retryAfter) {
        ErrorCode found = find(code).orElseThrow();
        return Envelope.of(found)
                .withHeaders(RetryAfter.header(retryAfter, found == ErrorCode.RATE_LIMIT))
                .toResponse();
    }

    @Override
    public String publicId(TaskView task) {
        return RequestIds.of(task);
    }

    @Override
    public void beforeResponse(RequestContext request) {
        RateLimitHeaders.add(request);
    }

    private static Optional<ErrorCode> find(String code) {
        return ErrorCode.of(code).or(() -> CommonError.of(code).map(ErrorCode::of));
    }
}

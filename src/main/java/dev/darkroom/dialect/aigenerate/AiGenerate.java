package dev.darkroom.dialect.aigenerate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.darkroom.access.RateRule;
import dev.darkroom.api.CallbackFormat;
import dev.darkroom.api.CallbackMessage;
import dev.darkroom.api.ClientGuidelines;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectProfile;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.UnsupportedArea;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.callback.Attempt;
import dev.darkroom.http.Hmac;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dialect of AI Generate (aimarcusimage.eu), as documented in seeds/003. Where that page is silent, the dialect
 * follows kie.ai, which has the same paths.
 */
@Singleton
public class AiGenerate implements Dialect {

    static final String NAME = "aigenerate";

    /** How often a key may create tasks (seeds/003: FAQ). */
    static final RateRule CREATE_LIMIT = new RateRule(20, Duration.ofSeconds(10));

    /** The first $10 are free (seeds/003); a credit costs $0.007. */
    private static final Credits INITIAL_CREDITS = Credits.of("1428.57");

    /** As in the example of seeds/003. */
    private static final String KEY_PREFIX = "sk-aig-";

    private final AiGenerateConfig config;
    private final AiGenerateErrorResponses errors;
    private final Records records;
    private final DialectProfile profile;

    AiGenerate(AiGenerateConfig config, AiGenerateErrorResponses errors, Models models, Records records) {
        this.config = config;
        this.errors = errors;
        this.records = records;
        this.profile = new DialectProfile(
                NAME,
                "AI Generate",
                Set.of("aimarcusimage.eu"),
                Optional.empty(),
                KEY_PREFIX,
                config.checks(),
                models.slugs(),
                Stream.concat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code), CommonError.codes().stream())
                        .toList(),
                ErrorCode.MAINTENANCE.code(),
                new ClientGuidelines(config.pollInterval(), GuidelinePages.BY_FINDING),
                Set.of(Capability.POLLS, Capability.CALLBACKS));
    }

    /**
     * The page offers 288 models and the shape of OpenAI's requests (seeds/003); the other paths are those of kie.ai
     * (providers/aigenerate.md §1).
     */
    @Override
    public List<UnsupportedArea> unsupportedAreas() {
        return List.of(
                UnsupportedArea.of("video tasks", "/api/v1/veo/", "/api/v1/runway/", "/api/v1/videos/"),
                UnsupportedArea.of("music tasks", "/api/v1/generate/", "/api/v1/suno/"),
                UnsupportedArea.of("other image models", "/api/v1/gpt4o-image/", "/api/v1/flux/", "/api/v1/mj/"),
                UnsupportedArea.of("chats", "/api/v1/chat/completions", "/chat/completions"),
                UnsupportedArea.of(
                        "OpenAI-compatible image requests", "/api/v1/images/generations", "/v1/images/generations"),
                UnsupportedArea.of("the catalogue of models", "/api/v1/models/"),
                UnsupportedArea.of("task lists and logs", "/api/v1/tasks/", "/api/v1/logs/"),
                UnsupportedArea.of(
                        "file uploads", "/api/file-base64-upload", "/api/file-stream-upload", "/api/file-url-upload"));
    }

    /** From both rows of the price table (seeds/003): 4 credits are $0.028, and 22 are $0.154. */
    @Override
    public Optional<BigDecimal> creditPrice() {
        return Optional.of(new BigDecimal("0.007"));
    }

    @Override
    public DialectProfile profile() {
        return profile;
    }

    @Override
    public SandboxDefaults accountDefaults(SandboxDefaults general) {
        return general.withCredits(INITIAL_CREDITS)
                .withPolicy(general.policy().withRateLimit(Optional.of(CREATE_LIMIT)));
    }

    @Override
    public AiGenerateErrorResponses errors() {
        return errors;
    }

    @Override
    public Set<String> accountHeaders() {
        return Set.of("OpenAI-Organization", "OpenAI-Project");
    }

    @Override
    public Class<?> configMapping() {
        return AiGenerateConfig.class;
    }

    @Override
    public List<String> settingErrors() {
        SettingErrors settingErrors = SettingErrors.ofDialect(NAME)
                .checks(config.checks())
                .duration("url-expiry", config.urlExpiry())
                .duration("poll-interval", config.pollInterval());
        config.aliases()
                .orElse(List.of())
                .forEach(alias -> settingErrors.require(Model.isAlias(alias), "aliases", alias, Model.ALIAS_RULE));
        return settingErrors.all();
    }

    @Override
    public String publicId(TaskView task) {
        return JobId.of(task);
    }

    /** Tasks fail with {@code generation failed} by default (inferred); triggers and rules can name any code. */
    @Override
    public Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message) {
        return ErrorCode.of(code.orElse(ErrorCode.GENERATION_FAILED.code()))
                .map(error -> new Outcome.Fails(error.code(), message.orElse(error.text())));
    }

    @Override
    public ErrorResponse error(String code, Optional<Duration> retryAfter) {
        return errors.injected(ErrorCode.of(code).orElseThrow(), retryAfter).response();
    }

    @Override
    public Optional<CallbackFormat> callbackFormat() {
        return Optional.of(this::callback);
    }

    /** The body is the same as the response to a poll. Signed if a webhook key is set (providers/aigenerate.md §8). */
    private CallbackMessage callback(Attempt attempt) {
        TaskView task = attempt.task();
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        config.webhookKey().ifPresent(key -> {
            String timestamp = Long.toString(attempt.at().getEpochSecond());
            byte[] signature = Hmac.sha256(key, (JobId.of(task) + "." + timestamp).getBytes(US_ASCII));
            headers.put("X-Webhook-Timestamp", timestamp);
            headers.put("X-Webhook-Signature", Base64.getEncoder().encodeToString(signature));
        });
        return new CallbackMessage(
                headers, records.write(task, attempt.at(), task.spec().baseUrl()));
    }
}

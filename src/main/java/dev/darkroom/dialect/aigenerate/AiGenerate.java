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
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.callback.Attempt;
import dev.darkroom.http.Hmac;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** AI Generate (aimarcusimage.eu), as of seeds/003, and where that says nothing as of kie.ai, whose paths it has. */
@ApplicationScoped
public class AiGenerate implements Dialect {

    static final String NAME = "aigenerate";

    /** How often a key may create tasks (seeds/003: FAQ). */
    static final RateRule CREATE_LIMIT = new RateRule(20, Duration.ofSeconds(10));

    /** What $10 come to at $0.007 a credit (seeds/003: the first $10 are free). */
    private static final Credits INITIAL_CREDITS = Credits.of("1428.57");

    /** seeds/003: the example. */
    private static final String KEY_PREFIX = "sk-aig-";

    private static final List<String> FOLDERS = List.of("/api/v1/jobs/", "/api/v1/chat/", FileResource.FOLDER + "/");

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
                Set.of("aimarcusimage.eu"),
                KEY_PREFIX,
                config.checks(),
                models.slugs(),
                Stream.concat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code), CommonError.codes().stream())
                        .toList(),
                ErrorCode.MAINTENANCE.code(),
                new ClientGuidelines(config.pollInterval(), Pages.PAGES),
                Set.of(Capability.POLLS, Capability.CALLBACKS));
    }

    @Override
    public DialectProfile profile() {
        return profile;
    }

    @Override
    public SandboxDefaults accountDefaults(SandboxDefaults general) {
        return general.withCredits(INITIAL_CREDITS).withPolicy(general.policy().withCreates(Optional.of(CREATE_LIMIT)));
    }

    @Override
    public AiGenerateErrorResponses errors() {
        return errors;
    }

    @Override
    public Class<?> configMapping() {
        return AiGenerateConfig.class;
    }

    @Override
    public List<String> settingErrors() {
        SettingErrors faults = SettingErrors.ofDialect(NAME)
                .checks(config.checks())
                .duration("url-expiry", config.urlExpiry())
                .duration("poll-interval", config.pollInterval());
        config.aliases()
                .orElse(List.of())
                .forEach(alias -> faults.require(Model.isAlias(alias), "aliases", alias, Model.ALIAS_RULE));
        return faults.all();
    }

    @Override
    public boolean ownsAtRoot(String path) {
        return FOLDERS.stream().anyMatch((path + "/")::startsWith);
    }

    @Override
    public String publicId(TaskView task) {
        return JobId.of(task);
    }

    /** That a generation failed is what a task usually fails with (inferred); a test may ask for any code of the table. */
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

    /** What a poll would have answered, and a signature if there is a key for one (providers/aigenerate.md §8). */
    private CallbackMessage callback(Attempt attempt) {
        TaskView task = attempt.task();
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        config.webhookKey().ifPresent(key -> {
            String timestamp = Long.toString(attempt.at().getEpochSecond());
            byte[] code = Hmac.sha256(key, (JobId.of(task) + "." + timestamp).getBytes(US_ASCII));
            headers.put("X-Webhook-Timestamp", timestamp);
            headers.put("X-Webhook-Signature", Base64.getEncoder().encodeToString(code));
        });
        return new CallbackMessage(
                headers, records.write(task, attempt.at(), task.spec().baseUrl()));
    }
}

package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.CallbackFormat;
import dev.darkroom.api.CallbackMessage;
import dev.darkroom.api.ClientGuidelines;
import dev.darkroom.api.DataUris;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectProfile;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.UnsupportedArea;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.callback.Attempt;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dialect of AI Video API (aivideoapi.ai), as documented in seeds/001. */
@Singleton
public class AiVideoApi implements Dialect {

    static final String NAME = "aivideoapi";

    /** seeds/001: Common Scenarios, invalid_api_key. */
    private static final String KEY_PREFIX = "sk-";

    /** From the URLs in the examples (seeds/001). */
    private static final String FILE_HOST = "file.aivideoapi.ai";

    private final AiVideoApiErrorResponses errors = new AiVideoApiErrorResponses();
    private final AiVideoApiConfig config;
    private final DialectProfile profile;

    AiVideoApi(AiVideoApiConfig config) {
        this.config = config;
        this.profile = new DialectProfile(
                NAME,
                "AI Video API",
                Set.of("api.aivideoapi.ai", FILE_HOST),
                Optional.of(FILE_HOST),
                KEY_PREFIX,
                config.checks(),
                Set.of(GenerationRequestReader.MODEL),
                Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList(),
                ErrorCode.UPSTREAM_ERROR.code(),
                new ClientGuidelines(config.pollInterval(), GuidelinePages.BY_FINDING),
                Set.of(Capability.POLLS, Capability.CALLBACKS));
    }

    @Override
    public DataUris dataUris() {
        return DataUris.ifSet(NAME, config.dataUris());
    }

    @Override
    public Optional<String> fileHost() {
        return config.fileHost() ? Optional.of(FILE_HOST) : Optional.empty();
    }

    /** What seeds/000 promises besides images, under the paths that clients use or are likely to try. */
    @Override
    public List<UnsupportedArea> unsupportedAreas() {
        return List.of(
                UnsupportedArea.of("video tasks", "/v1/videos/", "/v1/video/"),
                UnsupportedArea.of("music tasks", "/v1/music/", "/v1/audio/"),
                UnsupportedArea.of("the catalogue of models", "/v1/models/", "/v1/catalog/"),
                UnsupportedArea.of("the management of webhooks", "/v1/webhooks/"),
                UnsupportedArea.of(
                        "task lists and logs",
                        "/v1/tasks",
                        "/v1/tasks/" + TaskResource.LOGS,
                        "/v1/logs/",
                        "/v1/task-logs/"));
    }

    @Override
    public Optional<BigDecimal> creditPrice() {
        return Optional.of(config.prices().creditPrice());
    }

    @Override
    public DialectProfile profile() {
        return profile;
    }

    @Override
    public AiVideoApiErrorResponses errors() {
        return errors;
    }

    @Override
    public Set<String> accountHeaders() {
        return Set.of("OpenAI-Organization", "OpenAI-Project");
    }

    @Override
    public Class<?> configMapping() {
        return AiVideoApiConfig.class;
    }

    @Override
    public List<String> settingErrors() {
        return SettingErrors.ofDialect(NAME)
                .checks(config.checks())
                .duration("url-expiry", config.urlExpiry())
                .duration("poll-interval", config.pollInterval())
                .require(
                        AspectRatio.of(config.autoRatioOfEdits())
                                .filter(ratio -> ratio != AspectRatio.AUTO)
                                .isPresent(),
                        "auto-ratio-of-edits",
                        config.autoRatioOfEdits(),
                        "one of " + AspectRatio.NAMES_WITHOUT_AUTO)
                .all();
    }

    @Override
    public boolean isDefault() {
        return true;
    }

    /**
     * The page documents only {@code upstream_error} for tasks. Triggers and rules can name any code of the error
     * table.
     */
    @Override
    public Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message) {
        return ErrorCode.of(code.orElse(ErrorCode.UPSTREAM_ERROR.code()))
                .map(ErrorCode::failure)
                .map(failure -> new Outcome.Fails(failure.code(), message.orElse(failure.message())));
    }

    @Override
    public ErrorResponse error(String code, Optional<Duration> retryAfter) {
        return errors.injected(ErrorCode.of(code).orElseThrow(), retryAfter).response();
    }

    @Override
    public Optional<CallbackFormat> callbackFormat() {
        return Optional.of(this::callback);
    }

    /**
     * The headers and the body are described in providers/aivideoapi.md §10. The body is the same as the response to a
     * poll.
     */
    private CallbackMessage callback(Attempt attempt) {
        TaskView task = attempt.task();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "X-Event",
                "task." + TaskJson.status(task),
                "X-Task-Id",
                task.id().toString(),
                "X-Timestamp",
                Long.toString(attempt.at().getEpochSecond()));
        return new CallbackMessage(headers, TaskJson.write(task, task.spec().baseUrl()));
    }
}

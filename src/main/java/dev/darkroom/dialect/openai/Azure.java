package dev.darkroom.dialect.openai;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.ClientGuidelines;
import dev.darkroom.api.DataUris;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectProfile;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.UnsupportedArea;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.http.BearerToken;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The dialect of Azure OpenAI, which has the same images as OpenAI behind other paths and keys (providers/azure.md). */
@Singleton
public class Azure implements Dialect {

    static final String NAME = "azure";

    /** The shortest key. Azure's keys are random texts without a common prefix. */
    private static final int MIN_KEY_LENGTH = 32;

    /** In US dollars; inferred. */
    private static final Credits INITIAL_BALANCE = Credits.of("100");

    private final AzureConfig config;
    private final RequestIds requestIds;
    private final AzureErrors errors = new AzureErrors();
    private final ImageSettings imageSettings;
    private final DialectProfile profile;

    Azure(AzureConfig config, OpenAiConfig shared, RequestIds requestIds) {
        this.config = config;
        this.requestIds = requestIds;
        this.imageSettings = new ImageSettings(ApiProfile.azure(NAME, errors), shared);
        this.profile = new DialectProfile(
                NAME,
                "Azure OpenAI",
                Set.of("*.openai.azure.com", "*.services.ai.azure.com", "*.cognitiveservices.azure.com"),
                Optional.empty(),
                "",
                config.checks(),
                Set.copyOf(config.deployments().orElse(List.of())),
                codes(),
                AzureErrorCode.UNAVAILABLE.code(),
                new ClientGuidelines(Duration.ZERO, GuidelinePages.OF_AZURE, ErrorCode.quotaCodes()),
                Set.of());
    }

    private static List<String> codes() {
        return Stream.of(
                        AzureErrorCode.codes(),
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList(),
                        CommonError.codes())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    ImageSettings imageSettings() {
        return imageSettings;
    }

    @Override
    public DialectProfile profile() {
        return profile;
    }

    /** Without a list of deployments, every name is a deployment. */
    @Override
    public boolean hasModel(String name) {
        return profile.models().isEmpty() ? !name.isEmpty() : profile.models().contains(name);
    }

    /** The key of Azure's own clients, or the token of OpenAI's (providers/azure.md §2). */
    @Override
    public BearerToken bearerToken(MultiMap headers) {
        List<String> keys = headers.getAll(BearerToken.KEY_HEADER);
        return keys.isEmpty() ? Dialect.super.bearerToken(headers) : BearerToken.readKeys(keys);
    }

    @Override
    public String keyHeader() {
        return BearerToken.KEY_HEADER + ": <a key of " + MIN_KEY_LENGTH + " characters or more>";
    }

    @Override
    public Optional<String> keyError(ApiKey key) {
        return key.value().length() >= MIN_KEY_LENGTH
                ? Optional.empty()
                : Optional.of("The key has fewer than " + MIN_KEY_LENGTH + " characters.");
    }

    @Override
    public boolean recognizes(MultiMap headers, Optional<ApiKey> key) {
        return headers.contains(BearerToken.KEY_HEADER);
    }

    @Override
    public SandboxDefaults accountDefaults(SandboxDefaults general) {
        return general.withCredits(INITIAL_BALANCE);
    }

    @Override
    public AzureErrors errors() {
        return errors;
    }

    @Override
    public DataUris dataUris() {
        return new DataUris(true, Optional.empty());
    }

    @Override
    public List<UnsupportedArea> unsupportedAreas() {
        return List.of(
                UnsupportedArea.of("the Responses API", "/openai/v1/responses/", "/openai/responses/"),
                UnsupportedArea.of("chat completions", "/openai/v1/chat/"),
                UnsupportedArea.of("models", "/openai/v1/models/", "/openai/models/"));
    }

    @Override
    public Class<?> configMapping() {
        return AzureConfig.class;
    }

    @Override
    public List<String> settingErrors() {
        return SettingErrors.ofDialect(NAME).checks(config.checks()).all();
    }

    @Override
    public Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message) {
        return errors.failure(code)
                .map(failure -> new Outcome.Fails(failure.code(), message.orElse(failure.message())));
    }

    @Override
    public ErrorResponse error(String code, Optional<Duration> retryAfter) {
        return InjectedError.response(errors, code, retryAfter, Optional.empty());
    }

    @Override
    public ErrorResponse error(RequestContext request, String code, Optional<Duration> retryAfter) {
        return InjectedError.response(errors, code, retryAfter, Optional.of(request));
    }

    @Override
    public String publicId(TaskView task) {
        return PublicIds.of(task);
    }

    @Override
    public void beforeResponse(RequestContext request) {
        requestIds.add(request);
        request.setResponseHeader("apim-request-id", RequestIds.of(request).replace("req_", ""));
        request.setResponseHeader("x-ms-region", "Darkroom");
        ResponseHeaders.add(request);
    }
}

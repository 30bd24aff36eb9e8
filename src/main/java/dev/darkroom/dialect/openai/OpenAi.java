package dev.darkroom.dialect.openai;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.CallbackFormat;
import dev.darkroom.api.ClientGuidelines;
import dev.darkroom.api.DataUris;
import dev.darkroom.api.Dialect;
import dev.darkroom.api.DialectProfile;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.api.UnsupportedArea;
import dev.darkroom.api.WebhookRules;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.callback.Webhook;
import dev.darkroom.ledger.Credits;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.WebhookEvents;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The dialect of OpenAI's own API (providers/openai.md). */
@Singleton
public class OpenAi implements Dialect {

    static final String NAME = "openai";

    private static final String KEY_PREFIX = "sk-";

    /** The prefixes that no other vendor's keys have. */
    private static final List<String> OWN_KEY_PREFIXES = List.of("sk-proj-", "sk-svcacct-");

    /** The headers of the vendor's client libraries begin with one of these. */
    private static final List<String> OWN_HEADERS = List.of("x-stainless-", "openai-");

    /** In US dollars; inferred. */
    private static final Credits INITIAL_BALANCE = Credits.of("100");

    /** The vendor recommends to poll a background response every two seconds. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

    private final OpenAiConfig config;
    private final RequestIds requestIds;
    private final OpenAiErrors errors = new OpenAiErrors();
    private final ImageSettings imageSettings;
    private final DialectProfile profile;
    private final WebhookMessages webhookMessages = new WebhookMessages();
    private final WebhookEvents webhookEvents;

    OpenAi(OpenAiConfig config, RequestIds requestIds) {
        this.config = config;
        this.requestIds = requestIds;
        this.imageSettings = new ImageSettings(ApiProfile.openAi(NAME, errors, config.profile()), config);
        this.webhookEvents = WebhookMessages.events(config);
        this.profile = new DialectProfile(
                NAME,
                "OpenAI",
                Set.of("api.openai.com"),
                Optional.empty(),
                KEY_PREFIX,
                config.checks(),
                Model.names(),
                codes(),
                ErrorCode.SERVER_IS_OVERLOADED.code(),
                new ClientGuidelines(POLL_INTERVAL, GuidelinePages.BY_FINDING, ErrorCode.quotaCodes()),
                Set.of(Capability.POLLS, Capability.CALLBACKS));
    }

    private static List<String> codes() {
        return Stream.concat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code), CommonError.codes().stream())
                .distinct()
                .toList();
    }

    /** The events of background responses. */
    WebhookEvents backgroundEvents() {
        return webhookEvents;
    }

    ImageSettings imageSettings() {
        return imageSettings;
    }

    @Override
    public DialectProfile profile() {
        return profile;
    }

    /** The parts of the API that clients of images also use, or are likely to try. */
    @Override
    public List<UnsupportedArea> unsupportedAreas() {
        return List.of(
                UnsupportedArea.of("chat completions", "/v1/chat/", "/v1/completions"),
                UnsupportedArea.of("image variations", "/v1/images/variations"),
                UnsupportedArea.of("files and uploads", "/v1/files/", "/v1/uploads/"),
                UnsupportedArea.of("batches", "/v1/batches/"),
                UnsupportedArea.of("embeddings", "/v1/embeddings"),
                UnsupportedArea.of("moderations", "/v1/moderations"),
                UnsupportedArea.of("audio", "/v1/audio/", "/v1/realtime/"),
                UnsupportedArea.of("videos", "/v1/videos/"),
                UnsupportedArea.of("conversations", "/v1/conversations/"));
    }

    @Override
    public List<String> ownKeyPrefixes() {
        return OWN_KEY_PREFIXES;
    }

    @Override
    public boolean recognizes(MultiMap headers, Optional<ApiKey> key) {
        return key.filter(sent -> OWN_KEY_PREFIXES.stream().anyMatch(sent.value()::startsWith))
                        .isPresent()
                || hasOwnHeader(headers);
    }

    private static boolean hasOwnHeader(MultiMap headers) {
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey();
            for (String prefix : OWN_HEADERS) {
                if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public SandboxDefaults accountDefaults(SandboxDefaults general) {
        return general.withCredits(INITIAL_BALANCE).withPolicy(general.policy().withRateLimit(tier().limit()));
    }

    private Tier tier() {
        return Tier.of(config.tier()).orElse(Tier.NONE);
    }

    @Override
    public OpenAiErrors errors() {
        return errors;
    }

    @Override
    public DataUris dataUris() {
        return new DataUris(true, Optional.empty());
    }

    @Override
    public Class<?> configMapping() {
        return OpenAiConfig.class;
    }

    @Override
    public List<String> settingErrors() {
        SettingErrors settingErrors = SettingErrors.ofDialect(NAME)
                .checks(config.checks())
                .require(Tier.of(config.tier()).isPresent(), "tier", config.tier(), "none, or a number from 1 to 5")
                .require(
                        Model.of(config.toolModel()).isPresent(),
                        "tool-model",
                        config.toolModel(),
                        "one of " + String.join(", ", new TreeSet<>(Model.names())))
                .atLeast(0, "partial-image-tokens", config.partialImageTokens())
                .atLeast(0, "input-image-tokens", config.inputImageTokens())
                .timeout("relay-timeout", config.relayTimeout())
                .duration("url-expiry", config.urlExpiry());
        WebhookMessages.check(settingErrors, config);
        return settingErrors.all();
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
    public Optional<CallbackFormat> callbackFormat() {
        return Optional.of(webhookMessages);
    }

    @Override
    public List<String> webhookEvents() {
        return WebhookMessages.EVENTS;
    }

    @Override
    public List<Webhook> webhooks() {
        return WebhookRules.read(config.webhooks());
    }

    @Override
    public String publicId(TaskView task) {
        return PublicIds.of(task);
    }

    @Override
    public void beforeResponse(RequestContext request) {
        requestIds.add(request);
        ResponseHeaders.add(request);
    }
}

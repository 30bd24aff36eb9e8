package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.callback.Webhook;
import dev.darkroom.http.BearerToken;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import io.vertx.core.MultiMap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One vendor's API: everything about it that the shared code needs. */
public interface Dialect {

    DialectProfile profile();

    /** Same as {@link DialectProfile#name}. */
    default String name() {
        return profile().name();
    }

    /** Why a key cannot belong to this vendor, whether it is known or not; empty if it can. */
    default Optional<String> keyError(ApiKey key) {
        String prefix = profile().keyPrefix();
        boolean fits = key.value().startsWith(prefix) && !key.value().equals(prefix);
        return fits
                ? Optional.empty()
                : Optional.of("The key does not start with '" + prefix + "', or has nothing after it.");
    }

    /** The longer prefixes of its keys that no other vendor's keys have, although they share the general one. */
    default List<String> ownKeyPrefixes() {
        return List.of();
    }

    /** The key in the headers of a request, or the reason why it cannot be read. */
    default BearerToken bearerToken(MultiMap headers) {
        return BearerToken.read(headers.getAll("Authorization"));
    }

    /** How clients send a key, for errors: {@code Authorization: Bearer sk-...}. */
    default String keyHeader() {
        return "Authorization: Bearer " + profile().keyPrefix() + "...";
    }

    /** Whether the vendor has a model with this name. */
    default boolean hasModel(String name) {
        return profile().models().contains(name);
    }

    /**
     * The initial state of this vendor's accounts.
     *
     * @param general the initial state for everything that the vendor's pages do not specify
     */
    default SandboxDefaults accountDefaults(SandboxDefaults general) {
        return general;
    }

    /** The price of a credit in US dollars, by the configured price list; empty if the vendor counts in dollars. */
    default Optional<BigDecimal> creditPrice() {
        return Optional.empty();
    }

    /** The vendor's error responses. */
    ErrorResponses errors();

    /** The {@code @ConfigMapping} interface of its settings. */
    Class<?> configMapping();

    /** The errors in its settings, one sentence each; empty when they are valid. */
    List<String> settingErrors();

    /**
     * Whether the content of a request shows that it is meant for this vendor. It decides which dialect serves a
     * request that has neither a vendor's host nor a dialect's prefix, and whose path several vendors have, or none.
     *
     * @param key empty if the request has no readable key
     */
    default boolean recognizes(MultiMap headers, Optional<ApiKey> key) {
        return false;
    }

    /** Whether this dialect serves the paths at the root that nothing else decides. Only one may. */
    default boolean isDefault() {
        return false;
    }

    /**
     * The failure of a task.
     *
     * @param code one of {@link DialectProfile#errorCodes}; empty for the vendor's default
     * @param message empty for the vendor's text for the code
     * @return empty if the vendor does not have the code
     */
    Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message);

    /**
     * The response to a request into which a rule or trigger injects an error.
     *
     * @param code one of {@link DialectProfile#errorCodes}
     * @param retryAfter the value of {@code Retry-After}; empty for the vendor's default
     */
    ErrorResponse error(String code, Optional<Duration> retryAfter);

    /** As {@link #error(String, Optional)}, for an API whose errors depend on the request. */
    default ErrorResponse error(RequestContext request, String code, Optional<Duration> retryAfter) {
        return error(code, retryAfter);
    }

    /** The id of a task in the vendor's format. */
    default String publicId(TaskView task) {
        return task.id().toString();
    }

    /** The format of callbacks; empty if the API does not have any. */
    default Optional<CallbackFormat> callbackFormat() {
        return Optional.empty();
    }

    /** The events that a webhook can receive; empty if the vendor has no webhooks that are set up for an account. */
    default List<String> webhookEvents() {
        return List.of();
    }

    /** The webhooks in the vendor's settings, which every new sandbox has. */
    default List<Webhook> webhooks() {
        return List.of();
    }

    /** The host of the vendor's image URLs, one of {@link DialectProfile#hosts}; empty if it is that of the API. */
    default Optional<String> fileHost() {
        return Optional.empty();
    }

    /** The known parts of the vendor's API that Darkroom does not have. */
    default List<UnsupportedArea> unsupportedAreas() {
        return List.of();
    }

    /** Whether the API accepts {@code data:} URIs as references. */
    default DataUris dataUris() {
        return DataUris.NEVER;
    }

    /**
     * Whether create requests of this API can have a header that other APIs ignore.
     *
     * @param header one of those that {@link IgnoredHeaders} knows
     */
    default boolean honors(String header) {
        return false;
    }

    /** The headers by which clients of other APIs choose the account to charge; this API ignores them. */
    default Set<String> accountHeaders() {
        return Set.of();
    }

    /** Adds the headers that all responses of the vendor have. It runs before each response is sent. */
    default void beforeResponse(RequestContext request) {}
}

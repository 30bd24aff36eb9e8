package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One vendor's API as it appears on the wire, as far as the shared code has to know it. */
public interface Dialect {

    DialectProfile profile();

    /** As {@link DialectProfile#name}. */
    default String name() {
        return profile().name();
    }

    /** Why a key cannot belong to this vendor, whether it is known or not; empty when it can. */
    default Optional<String> keyError(ApiKey key) {
        String prefix = profile().keyPrefix();
        boolean fits = key.value().startsWith(prefix) && !key.value().equals(prefix);
        return fits
                ? Optional.empty()
                : Optional.of("The key does not start with '" + prefix + "', or has nothing after it.");
    }

    /**
     * The initial state of this vendor's accounts.
     *
     * @param general the initial state where the vendor's pages say nothing
     */
    default SandboxDefaults accountDefaults(SandboxDefaults general) {
        return general;
    }

    /** The vendor's error responses. */
    ErrorResponses errors();

    /** The {@code @ConfigMapping} interface of its settings. */
    Class<?> configMapping();

    /** The errors in its settings, one sentence each; empty when they are valid. */
    List<String> settingErrors();

    /** Whether the vendor has this path. It decides who serves a path at the root, without a host or a prefix. */
    boolean ownsAtRoot(String path);

    /**
     * The failure of a task.
     *
     * @param code one of {@link DialectProfile#errorCodes}; empty for the vendor's usual one
     * @param message empty for the vendor's text
     * @return empty when the vendor has no such code
     */
    Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message);

    /**
     * The response with an error that a rule or a trigger injects.
     *
     * @param code one of {@link DialectProfile#errorCodes}
     * @param retryAfter the value of {@code Retry-After}; empty for what the vendor would send
     */
    ErrorResponse error(String code, Optional<Duration> retryAfter);

    /** The id of a task as its clients know it. */
    default String publicId(TaskView task) {
        return task.id().toString();
    }

    /** The format of its callbacks; empty when its API has none. */
    default Optional<CallbackFormat> callbackFormat() {
        return Optional.empty();
    }

    /** Adds the headers that all responses of the vendor have. It runs before each response is sent. */
    default void beforeResponse(RequestContext request) {}
}

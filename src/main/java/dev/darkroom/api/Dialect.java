package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.callback.Attempt;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One vendor's API as it looks on the wire, as far as the rest of the house has to know it. */
public interface Dialect {

    /** The name of its front door: its resources live under {@code /<name>/}. */
    String name();

    /** The vendor's host names. A request to one of them is for this dialect, whatever its path. */
    Set<String> hosts();

    /** What its keys begin with. */
    String keyPrefix();

    /** Why a key cannot be one of this vendor's, whether it is known or not; empty when it can. */
    default Optional<String> keyError(ApiKey key) {
        boolean fits = key.value().startsWith(keyPrefix()) && !key.value().equals(keyPrefix());
        return fits
                ? Optional.empty()
                : Optional.of("The key does not start with '" + keyPrefix() + "', or has nothing after it.");
    }

    /**
     * What an account begins with whose key has this prefix.
     *
     * @param usual what it begins with where the vendor says nothing
     */
    default SandboxDefaults start(SandboxDefaults usual) {
        return usual;
    }

    /** How it says no. */
    ErrorResponses errors();

    /** In which order a create request is checked. */
    default List<Check> checks() {
        return Check.USUAL_ORDER;
    }

    /** The codes of its error table, as triggers and rules write them, and {@link CommonError our names} for them. */
    List<String> errorCodes();

    /** The models that it has, by the names that clients use. */
    Set<String> models();

    /** The {@code @ConfigMapping} interface of its settings. */
    Class<?> configMapping();

    /** The errors in its settings, one sentence each; empty when they are valid. */
    List<String> settingErrors();

    /** Whether {@code path} is this vendor's own when it is asked for at the root, without host or prefix. */
    boolean ownsAtRoot(String path);

    /**
     * How a task of this dialect fails.
     *
     * @param code one of the vendor's error codes; the usual one when none is given
     * @param message what the vendor says about it when none is given
     * @return empty when the vendor has no such code
     */
    Optional<Outcome.Fails> failure(Optional<String> code, Optional<String> message);

    /**
     * One of {@link #errorCodes}, as an answer to a request.
     *
     * @param retryAfter what its client is told to wait; where nothing is said, what the vendor would say
     */
    ErrorResponse error(String code, Optional<Duration> retryAfter);

    /** The code of the answers while the vendor is down. */
    String codeOfOutage();

    /** The id of a task as its clients know it. */
    default String publicId(TaskView task) {
        return task.id().toString();
    }

    /** Whether clients ask how their tasks stand; otherwise the answer to a create request tells all there is. */
    default boolean hasPolls() {
        return true;
    }

    /** How its clients should behave. */
    ClientGuidelines advice();

    /** What is sent to a client's {@code callback} address; nothing ever is where no request can name one. */
    default CallbackMessage callback(Attempt attempt) {
        throw new UnsupportedOperationException(name() + " calls nobody back");
    }

    /** The last look at a call before it is answered, whatever the answer: for headers that go with all of them. */
    default void beforeAnswer(RequestContext call) {}
}

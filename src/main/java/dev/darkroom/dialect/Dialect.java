package dev.darkroom.dialect;

import dev.darkroom.access.ApiKey;
import dev.darkroom.callback.Attempt;
import dev.darkroom.task.Outcome;
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

    /** Why a key cannot be one of this vendor's, whether it is known or not; empty when it can. */
    Optional<String> keyFlaw(ApiKey key);

    /** The codes of its error table. */
    List<String> errorCodes();

    /** The models that it has, by the names that clients use. */
    Set<String> models();

    /** What is wrong with the dialect's own settings, one sentence each. */
    List<String> faultsInSettings();

    /** Whether {@code path} is this vendor's own when it is asked for at the root, without host or prefix. */
    boolean ownsAtRoot(String path);

    /**
     * The body of an answer to a request that no resource could take: an unknown path or method, a body that is too
     * large, a failure of ours.
     *
     * @param status the HTTP status that goes with it
     */
    byte[] errorBody(int status, String message);

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
    DialectError error(String code, Optional<Duration> retryAfter);

    /** The code of the answers while the vendor is down. */
    String codeOfOutage();

    /** How its clients should behave. */
    Advice advice();

    /** What is sent to a client's {@code callback} address. */
    CallbackMessage callback(Attempt attempt);
}

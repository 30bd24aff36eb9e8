package dev.darkroom.dialect;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.ledger.Refusal;
import java.time.Duration;

/** How a vendor says no, for each reason that there is to say no in any API. */
public interface Refusals {

    /** The request has no {@code Authorization} header. */
    ApiError missingKey();

    /** It has one that cannot be read. */
    ApiError unreadableKey(String reason);

    /** The key cannot be one of this vendor's, or nobody knows it. */
    ApiError invalidKey(String reason);

    /** @param status any but active */
    ApiError inactiveKey(KeyStatus status);

    ApiError addressNotAllowed(String address);

    /** @param wait whoever waits this long, and is alone with the key, is let through */
    ApiError tooManyRequests(Duration wait);

    /** @param most so many requests may wait at once */
    ApiError tooManyAtOnce(int most);

    /** Darkroom itself keeps no more; the nearest that the vendor has to say about it. */
    ApiError tooMuchToDo(String reason);

    /** The body is no JSON object. */
    ApiError unreadableBody(String reason);

    ApiError missingField(String field);

    /** @param hint a sentence that says what would be right */
    ApiError invalidField(String field, String hint);

    /** @param model as the client wrote it, which may be anything */
    ApiError unknownModel(String model);

    ApiError unknownTask();

    ApiError insufficientCredits(Refusal.ShortOfCredits refusal);

    ApiError overSpendLimit(Refusal.OverSpendLimit refusal);

    /** For what the vendor's pages say nothing about, such as an unknown path or method, or a failure of ours. */
    ApiError ofStatus(int status, String message);
}

package dev.darkroom.api.error;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.field.FieldError;
import dev.darkroom.ledger.Refusal;

/** A vendor's error responses, one for each reason to reject a request. The defaults are what most vendors report. */
public interface ErrorResponses {

    /**
     * The request has no {@code Authorization} header.
     *
     * @param hint a sentence that shows a valid header
     */
    default ApiException missingKey(String hint) {
        return invalidKey("The 'Authorization' header is missing. " + hint);
    }

    /**
     * The {@code Authorization} header is malformed.
     *
     * @param hint a sentence that shows a valid header
     */
    default ApiException malformedKey(String reason, String hint) {
        return invalidKey(reason + " " + hint);
    }

    /** The key cannot belong to this vendor, or is unknown. */
    ApiException invalidKey(String reason);

    /** As {@link #invalidKey(String)}, for a vendor whose text shows a part of the key. */
    default ApiException invalidKey(ApiKey key, String reason) {
        return invalidKey(reason);
    }

    /** As {@link #inactiveKey(KeyStatus)}, for a vendor whose text shows a part of the key. */
    default ApiException inactiveKey(ApiKey key, KeyStatus status) {
        return inactiveKey(status);
    }

    /** @param status any status but active */
    default ApiException inactiveKey(KeyStatus status) {
        return invalidKey(ErrorTexts.inactive(status));
    }

    ApiException addressNotAllowed(String address);

    /** The request exceeds the key's rate limit. */
    ApiException tooManyRequests(ThrottledRequest request);

    /** @param limit how many requests of the key may wait at the same time */
    default ApiException tooManyConcurrent(int limit) {
        return overloaded("At most " + limit + " requests may wait at once.");
    }

    /** Darkroom's own limits reject the request. The response is the vendor's closest equivalent. */
    ApiException overloaded(String reason);

    /** The body cannot be parsed, or has the wrong media type. */
    ApiException malformedBody(String reason);

    /**
     * A field of the request is wrong.
     *
     * @param field its name as the vendor writes it
     */
    ApiException ofField(String field, FieldError error);

    /** @param model the text that the client sent */
    ApiException unknownModel(String model);

    ApiException unknownTask();

    ApiException insufficientCredits(Refusal.ShortOfCredits refusal);

    ApiException overSpendLimit(Refusal.OverSpendLimit refusal);

    /** For errors that the vendor's pages do not describe, such as an unknown path or method, or an internal error. */
    ApiException forStatus(int status, String message);
}

package dev.darkroom.api.error;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.field.FieldError;
import dev.darkroom.ledger.Refusal;

/** How a vendor says no, for each reason that there is to say no in any API. */
public interface ErrorResponses {

    /** The request has no {@code Authorization} header. */
    ApiException missingKey();

    /** It has one that cannot be read. */
    ApiException malformedKey(String reason);

    /** The key cannot be one of this vendor's, or nobody knows it. */
    ApiException invalidKey(String reason);

    /** @param status any but active */
    ApiException inactiveKey(KeyStatus status);

    ApiException addressNotAllowed(String address);

    /** The key's rate limit refuses the request. */
    ApiException tooManyRequests(ThrottledRequest refused);

    /** @param most so many requests may wait at once */
    ApiException tooManyConcurrent(int most);

    /** Darkroom itself keeps no more; the nearest that the vendor has to say about it. */
    ApiException overloaded(String reason);

    /** The body is no JSON object. */
    ApiException malformedBody(String reason);

    /**
     * A field of the request is wrong.
     *
     * @param field its name as the vendor writes it
     */
    ApiException ofField(String field, FieldError error);

    /** @param model as the client wrote it, which may be anything */
    ApiException unknownModel(String model);

    ApiException unknownTask();

    ApiException insufficientCredits(Refusal.ShortOfCredits refusal);

    ApiException overSpendLimit(Refusal.OverSpendLimit refusal);

    /** For what the vendor's pages say nothing about, such as an unknown path or method, or a failure of ours. */
    ApiException forStatus(int status, String message);
}

package dev.darkroom.dialect.getimg;

import dev.darkroom.api.error.CommonError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The known rows of the vendor's error table (providers/getimg.md §5). The first six are documented, the others are
 * inferred.
 */
enum ErrorCode {
    INVALID_API_KEY(
            401,
            "Incorrect API key provided. You can manage your API keys at https://getimg.ai/app/developer/api-keys"),
    PARAMETER_MISSING(400, "A required parameter is missing."),
    INVALID_PARAMETER(400, "A parameter is invalid."),
    QUOTA_EXCEEDED(402, "Your balance is too low for this request. Please top up."),
    CONTENT_POLICY_VIOLATION(422, "The request was rejected because it violates the content policy."),
    RATE_LIMIT(429, "Rate limit exceeded. Please slow down."),
    /** Inferred as the error for a URL without a valid signature. */
    PERMISSION_DENIED(403, "You do not have permission to do this."),
    NOT_FOUND(404, "There is no such resource."),
    INTERNAL_ERROR(500, "An unexpected error occurred. Please try again."),
    SERVICE_UNAVAILABLE(503, "The service is temporarily unavailable. Please try again later.");

    private final int status;
    private final String message;

    ErrorCode(int status, String message) {
        this.status = status;
        this.message = message;
    }

    static Optional<ErrorCode> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst();
    }

    /** This vendor's code for an error that all dialects share. */
    static ErrorCode of(CommonError error) {
        return switch (error) {
            case INVALID_REQUEST, MODEL_NOT_FOUND -> INVALID_PARAMETER;
            case INVALID_API_KEY -> INVALID_API_KEY;
            case INSUFFICIENT_CREDITS, SPEND_LIMIT_EXCEEDED -> QUOTA_EXCEEDED;
            case IP_NOT_ALLOWED -> PERMISSION_DENIED;
            case TASK_NOT_FOUND -> NOT_FOUND;
            case RATE_LIMIT_EXCEEDED -> RATE_LIMIT;
            case INTERNAL_ERROR -> INTERNAL_ERROR;
            case UPSTREAM_ERROR -> SERVICE_UNAVAILABLE;
        };
    }

    /** The code for an HTTP status: the closest one if the table lacks the status. */
    static ErrorCode forStatus(int status) {
        return Arrays.stream(values())
                .filter(error -> error.status == status && error != PARAMETER_MISSING)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL_ERROR : INVALID_PARAMETER);
    }

    /** The code in a response body. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int status() {
        return status;
    }

    /**
     * Only the message of {@link #INVALID_API_KEY} is documented; the others put the table's meaning into a sentence.
     */
    String message() {
        return message;
    }

    /** The page that the vendor's sample of the response links to, if any. */
    Optional<String> page() {
        return this == INVALID_API_KEY ? Optional.of("https://docs.getimg.ai/guides/authentication") : Optional.empty();
    }
}

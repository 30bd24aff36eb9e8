package dev.darkroom.dialect.openai;

import dev.darkroom.api.error.CommonError;
import dev.darkroom.field.AsciiCase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The error codes of OpenAI (providers/openai.md §8). Texts without a source are inferred. */
enum ErrorCode {
    MISSING_REQUIRED_PARAMETER(400, Type.INVALID_REQUEST, "Missing required parameter: 'prompt'."),
    INVALID_TYPE(400, Type.INVALID_REQUEST, "Invalid type for 'prompt': expected a string."),
    INVALID_VALUE(400, Type.INVALID_REQUEST, "Invalid value."),
    UNKNOWN_PARAMETER(400, Type.INVALID_REQUEST, "Unknown parameter."),
    EMPTY_STRING(400, Type.INVALID_REQUEST, "Invalid 'prompt': empty string."),
    EMPTY_ARRAY(400, Type.INVALID_REQUEST, "Invalid 'images': empty array."),
    STRING_ABOVE_MAX_LENGTH(400, Type.INVALID_REQUEST, "Invalid 'prompt': string too long."),
    ARRAY_ABOVE_MAX_LENGTH(400, Type.INVALID_REQUEST, "Invalid 'images': array too long."),
    INTEGER_BELOW_MIN_VALUE(400, Type.INVALID_REQUEST, "Invalid 'n': integer below minimum value."),
    INTEGER_ABOVE_MAX_VALUE(400, Type.INVALID_REQUEST, "Invalid 'n': integer above maximum value."),
    INVALID_INPUT_FIDELITY_MODEL(400, Type.IMAGE_USER, "The model does not support the 'input_fidelity' parameter."),
    INVALID_IMAGE_FILE(400, Type.IMAGE_USER, "Invalid image file or mode for image 1, please check your image file."),
    MODERATION_BLOCKED(400, Type.IMAGE_USER, "Your request was rejected by the safety system."),
    PREVIOUS_RESPONSE_NOT_FOUND(400, Type.INVALID_REQUEST, "The previous response was not found."),
    /** The status can be 400 or 429; one of them is taken. */
    BILLING_HARD_LIMIT_REACHED(400, Type.INVALID_REQUEST, "Billing hard limit has been reached."),
    INVALID_API_KEY(
            401,
            Type.INVALID_REQUEST,
            "Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys."),
    ACCOUNT_DEACTIVATED(401, Type.INVALID_REQUEST, "The account of this API key is deactivated."),
    IP_NOT_AUTHORIZED(401, Type.INVALID_REQUEST, "Your IP address is not authorized to use this API key."),
    UNSUPPORTED_COUNTRY_REGION_TERRITORY(
            403, Type.INVALID_REQUEST, "The API is not available in your country, region or territory."),
    /** In responses, the code is null. */
    ORGANIZATION_NOT_VERIFIED(
            403,
            Type.INVALID_REQUEST,
            "Your organization must be verified to use the model `gpt-image-2`. Verify it at"
                    + " https://platform.openai.com/settings/organization/general."),
    NOT_FOUND(404, Type.INVALID_REQUEST, "There is no such response."),
    METHOD_NOT_SUPPORTED(405, Type.INVALID_REQUEST, "This path does not support this method."),
    RATE_LIMIT_EXCEEDED(429, "images", "You've exceeded the rate limit, please slow down and try again later."),
    SLOW_DOWN(429, "rate_limit_error", "The rate of requests has increased too fast. Slow down and try again."),
    INSUFFICIENT_QUOTA(429, Type.QUOTA, "You exceeded your current quota, please check your plan and billing details."),
    CREDIT_BALANCE_EXHAUSTED(429, Type.QUOTA, "The credit balance of your organization is used up."),
    ORGANIZATION_SPEND_LIMIT_EXCEEDED(429, Type.QUOTA, "The spend limit of your organization is reached."),
    PROJECT_SPEND_LIMIT_EXCEEDED(429, Type.QUOTA, "The spend limit of your project is reached."),
    ORGANIZATION_USAGE_LIMIT_EXCEEDED(429, Type.QUOTA, "The usage limit of your organization is reached."),
    SERVER_ERROR(
            500, "server_error", "The server had an error while processing your request. You can retry your request."),
    SERVER_IS_OVERLOADED(
            503, "service_unavailable_error", "Our servers are currently overloaded. Please try again later.");

    private final int status;
    private final String type;
    private final String message;

    ErrorCode(int status, String type, String message) {
        this.status = status;
        this.type = type;
        this.message = message;
    }

    /** The code with this name. Triggers are lower case, so the case is ignored. */
    static Optional<ErrorCode> of(String code) {
        String lowerCase = AsciiCase.lower(code);
        return Arrays.stream(values())
                .filter(error -> error.code().equals(lowerCase))
                .findFirst()
                .or(() -> CommonError.of(lowerCase).map(ErrorCode::of));
    }

    /** The code for an error that all dialects share. */
    private static ErrorCode of(CommonError error) {
        return switch (error) {
            case INVALID_REQUEST, MODEL_NOT_FOUND -> INVALID_VALUE;
            case INVALID_API_KEY -> INVALID_API_KEY;
            case INSUFFICIENT_CREDITS -> INSUFFICIENT_QUOTA;
            case SPEND_LIMIT_EXCEEDED -> PROJECT_SPEND_LIMIT_EXCEEDED;
            case IP_NOT_ALLOWED -> IP_NOT_AUTHORIZED;
            case TASK_NOT_FOUND -> NOT_FOUND;
            case RATE_LIMIT_EXCEEDED -> RATE_LIMIT_EXCEEDED;
            case INTERNAL_ERROR -> SERVER_ERROR;
            case UPSTREAM_ERROR -> SERVER_IS_OVERLOADED;
        };
    }

    /** The code for an HTTP status. A status without a code has that of 400 below 500, and that of 500 otherwise. */
    static ErrorCode forStatus(int status) {
        return switch (status) {
            case 401 -> INVALID_API_KEY;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_SUPPORTED;
            case 429 -> RATE_LIMIT_EXCEEDED;
            case 503 -> SERVER_IS_OVERLOADED;
            default -> status >= 500 ? SERVER_ERROR : INVALID_VALUE;
        };
    }

    /** The name in triggers and rules, and, except for {@link #ORGANIZATION_NOT_VERIFIED}, in responses. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The codes of errors that only a higher quota resolves. */
    static Set<String> quotaCodes() {
        return Arrays.stream(values())
                .filter(ErrorCode::isQuota)
                .map(ErrorCode::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether only a higher quota helps, so that a retry is pointless. */
    boolean isQuota() {
        return type.equals(Type.QUOTA);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String message() {
        return message;
    }

    Envelope envelope() {
        return envelope(message);
    }

    Envelope envelope(String text) {
        Optional<String> wireCode = this == ORGANIZATION_NOT_VERIFIED ? Optional.empty() : Optional.of(code());
        return Envelope.of(status, type, wireCode, text);
    }

    /** An envelope that names the wrong parameter. */
    Envelope about(String param, String text) {
        return envelope(text).about(param);
    }

    /** The values of {@code type} that several errors have. */
    static final class Type {

        static final String INVALID_REQUEST = "invalid_request_error";
        static final String IMAGE_USER = "image_generation_user_error";
        static final String QUOTA = "insufficient_quota";

        private Type() {}
    }
}

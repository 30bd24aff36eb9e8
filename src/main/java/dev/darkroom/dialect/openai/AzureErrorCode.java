package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.field.AsciiCase;
import dev.darkroom.http.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Azure's own error codes (providers/azure.md §5). Their bodies have only a code and a message. */
enum AzureErrorCode {
    /** The documented form, with {@code created} beside {@code error}. */
    CONTENT_FILTER(400, "contentFilter", "Your task failed as a result of our safety system."),
    /** The form of the schema, with the results of the filter. */
    CONTENT_POLICY_VIOLATION(
            400, "content_policy_violation", "Your request was rejected as a result of our safety system."),
    ACCESS_DENIED(
            401,
            "401",
            "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for"
                    + " an active subscription and use a correct regional API endpoint for your resource."),
    FORBIDDEN(
            403,
            "Forbidden",
            "Your resource has been temporarily blocked because we detected behavior that may violate our content"
                    + " policy. For more details on Azure OpenAI service content policy, please visit"
                    + " https://aka.ms/aoaicodeofconduct"),
    DEPLOYMENT_NOT_FOUND(
            404,
            "DeploymentNotFound",
            "The API deployment for this resource does not exist. If you created the deployment within the last 5"
                    + " minutes, please wait a moment and try again."),
    /** Inferred. */
    RESOURCE_NOT_FOUND(404, "404", "Resource not found"),
    /** The code can also be {@code 429}. */
    RATE_LIMIT(
            429,
            "RateLimitReached",
            "The rate limit of the deployment is reached. Retry after the time in Retry-After."),
    INTERNAL(500, "InternalServerError", "The server had an error while processing your request."),
    UNAVAILABLE(503, "ServiceUnavailable", "The service is temporarily unavailable. Please try again later.");

    private final int status;
    private final String code;
    private final String message;

    AzureErrorCode(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /** The code with this name in any case, or for an error that all dialects share. */
    static Optional<AzureErrorCode> of(String name) {
        return Arrays.stream(values())
                .filter(error -> AsciiCase.lower(error.code).equals(AsciiCase.lower(name)))
                .findFirst()
                .or(() -> CommonError.of(AsciiCase.lower(name)).flatMap(AzureErrorCode::of));
    }

    private static Optional<AzureErrorCode> of(CommonError error) {
        return switch (error) {
            case INVALID_API_KEY -> Optional.of(ACCESS_DENIED);
            case IP_NOT_ALLOWED -> Optional.of(FORBIDDEN);
            case MODEL_NOT_FOUND -> Optional.of(DEPLOYMENT_NOT_FOUND);
            case TASK_NOT_FOUND -> Optional.of(RESOURCE_NOT_FOUND);
            case RATE_LIMIT_EXCEEDED -> Optional.of(RATE_LIMIT);
            case INTERNAL_ERROR -> Optional.of(INTERNAL);
            case UPSTREAM_ERROR -> Optional.of(UNAVAILABLE);
            case INVALID_REQUEST, INSUFFICIENT_CREDITS, SPEND_LIMIT_EXCEEDED -> Optional.empty();
        };
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(AzureErrorCode::code).toList();
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String message() {
        return message;
    }

    /** @param created when the request was made, in Unix seconds */
    ErrorResponse response(String text, long created, Map<String, String> headers) {
        ObjectNode body = Json.object();
        if (this == CONTENT_FILTER) {
            body.put("created", created);
        }
        ObjectNode error = body.putObject("error").put("code", code).put("message", text);
        if (this == CONTENT_POLICY_VIOLATION) {
            error.putObject("inner_error")
                    .put("code", "ResponsibleAIPolicyViolation")
                    .set("content_filter_results", filterResults());
        }
        return new ErrorResponse(status, headers, Json.write(body));
    }

    /** What the content filter found; the severity is inferred. */
    private static ObjectNode filterResults() {
        ObjectNode results = Json.object();
        for (String category : List.of("hate", "self_harm", "sexual", "violence")) {
            boolean isFiltered = category.equals("sexual");
            results.putObject(category).put("filtered", isFiltered).put("severity", isFiltered ? "medium" : "safe");
        }
        return results;
    }
}

package dev.darkroom.dialect.reapi;

/**
 * The errors, with the vendor's code: five digits, the first of which identifies a family (providers/reapi.md §7).
 * Some codes are invented because no page gives them. A setting can replace those; see {@link ConfiguredCodes}.
 */
enum ErrorCode {
    NO_AUTHORIZATION(10001, 401, "Missing Authorization header"),
    NOT_A_BEARER(10002, 401, "Authorization header must be 'Bearer <key>'"),
    INVALID_KEY(10003, 401, "Invalid API key"),
    REVOKED_KEY(10004, 401, "API key has been revoked"),
    SESSION_REQUIRED(10005, 401, "Sign-in required"),
    IP_NOT_ALLOWED(Invented.YES, 10006, 403, "Request IP is not on the key's allowlist"),
    MALFORMED_BODY(Invented.YES, 20001, 400, "Malformed request body"),
    MISSING_PARAMETER(20002, 400, "Missing required parameter"),
    INVALID_PARAMETER(Invented.YES, 20003, 400, "Invalid parameter"),
    UNKNOWN_MODEL(Invented.YES, 20004, 400, "Unknown model"),
    INSUFFICIENT_CREDITS(Invented.YES, 30001, 402, "Insufficient credits"),
    SPEND_LIMIT(Invented.YES, 30002, 402, "Spend limit reached"),
    TASK_NOT_FOUND(Invented.YES, 40001, 404, "task not found"),
    UNKNOWN_ENDPOINT(Invented.YES, 40002, 404, "No such endpoint"),
    RATE_LIMITED(50001, 429, "Too many requests"),
    UNEXPECTED(60099, 500, "Unexpected error"),
    UPSTREAM_ERROR(Invented.YES, 70001, 502, "Upstream provider returned an error"),
    UPSTREAM_UNAVAILABLE(Invented.YES, 70002, 503, "Upstream provider is unavailable"),
    UPSTREAM_TIMEOUT(Invented.YES, 70003, 504, "Upstream provider did not respond in time"),
    /** Documented as the error of a task only. Its status is inferred, because the client causes the error. */
    CONTENT_POLICY(80006, 400, "Request violates content policy");

    private enum Invented {
        YES,
        NO
    }

    private final Invented invented;
    private final int defaultCode;
    private final int status;
    private final String message;

    ErrorCode(int defaultCode, int status, String message) {
        this(Invented.NO, defaultCode, status, message);
    }

    ErrorCode(Invented invented, int defaultCode, int status, String message) {
        this.invented = invented;
        this.defaultCode = defaultCode;
        this.status = status;
        this.message = message;
    }

    /** Whether the code is invented because no page gives it. */
    boolean isInvented() {
        return invented == Invented.YES;
    }

    /** The code unless {@link ConfiguredCodes} replaces it. */
    int defaultCode() {
        return defaultCode;
    }

    int status() {
        return status;
    }

    /** Some responses append a detail. */
    String message() {
        return message;
    }
}

package dev.darkroom.api.error;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The error names that triggers and rules can use in every dialect, in addition to the vendor's own codes. */
public enum CommonError {
    INVALID_REQUEST,
    INVALID_API_KEY,
    INSUFFICIENT_CREDITS,
    IP_NOT_ALLOWED,
    MODEL_NOT_FOUND,
    TASK_NOT_FOUND,
    RATE_LIMIT_EXCEEDED,
    SPEND_LIMIT_EXCEEDED,
    INTERNAL_ERROR,
    UPSTREAM_ERROR;

    /** The name in triggers and rules: {@code upstream_error}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CommonError> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(CommonError::code).toList();
    }
}

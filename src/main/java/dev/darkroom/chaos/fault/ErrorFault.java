package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import dev.darkroom.field.FieldReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request gets an error of its dialect.
 *
 * @param error the error code, which at least one dialect documents
 * @param retryAfter the value of {@code Retry-After}; empty for the dialect's default
 * @param isProcessed whether the request is processed although its client gets an error
 */
public record ErrorFault(String error, Optional<Duration> retryAfter, boolean isProcessed) implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "error", FaultTarget.REQUEST, "code", List.of("code", "retry_after", "processed"), ErrorFault::read);

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new ContentEffect.DialectError(error, retryAfter));
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("code", error, "retry_after", retryAfter.orElse(null), "processed", isProcessed);
    }

    @Override
    public Optional<String> code() {
        return Optional.of(error);
    }

    @Override
    public RequestFault processed() {
        return new ErrorFault(error, retryAfter, true);
    }

    private static ErrorFault read(FieldReader fields) {
        String code = fields.code("code", RuleFields.MAX_CHARACTERS)
                .orElseThrow(() -> fields.invalid("code", "Name an error code."));
        return new ErrorFault(code, fields.duration("retry_after"), fields.bool("processed", false));
    }
}

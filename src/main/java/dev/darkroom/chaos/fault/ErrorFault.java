package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An error of the dialect's own.
 *
 * @param error one of those that some dialect documents
 * @param retryAfter what the header of that name says; where it says nothing, it is as the dialect has it
 * @param isProcessed the request is processed, and its client told that it was not
 */
public record ErrorFault(String error, Optional<Duration> retryAfter, boolean isProcessed) implements RequestFault {

    static final FaultType KIND = new FaultType(
            "error", FaultTarget.REQUEST, "code", List.of("code", "retry_after", "processed"), ErrorFault::read);

    @Override
    public FaultType kind() {
        return KIND;
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

    private static ErrorFault read(RuleFields fields) {
        String code = fields.code("code").orElseThrow(() -> fields.invalid("code", "Name an error code."));
        return new ErrorFault(code, fields.duration("retry_after"), fields.flag("processed"));
    }
}

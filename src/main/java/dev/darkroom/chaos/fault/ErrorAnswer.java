package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.Fields;
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
public record ErrorAnswer(String error, Optional<Duration> retryAfter, boolean isProcessed) implements RequestFault {

    static final Kind KIND =
            new Kind("error", Place.REQUEST, "code", List.of("code", "retry_after", "processed"), ErrorAnswer::read);

    @Override
    public Kind kind() {
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
        return new ErrorAnswer(error, retryAfter, true);
    }

    private static ErrorAnswer read(Fields fields) {
        String code = fields.code("code").orElseThrow(() -> fields.invalid("code", "Name an error code."));
        return new ErrorAnswer(code, fields.duration("retry_after"), fields.flag("processed"));
    }
}

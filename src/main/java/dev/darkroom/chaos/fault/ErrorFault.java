package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import dev.darkroom.field.FieldReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The request gets an error of its dialect, or a response of which the status, the headers or the body is given.
 *
 * @param error the error code, which at least one dialect documents; empty for the error of the status, or for the
 *     usual response if the status reports a success
 * @param status from 200 to 599; empty for that of the error or of the usual response
 * @param retry the {@code Retry-After} header
 * @param headers the values by name; an empty value removes the header
 * @param body the text that replaces the body
 * @param isProcessed whether the request is processed although its client gets an error
 */
public record ErrorFault(
        Optional<String> error,
        OptionalInt status,
        RetryTime retry,
        Map<String, Optional<String>> headers,
        Optional<String> body,
        boolean isProcessed)
        implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "error",
            FaultTarget.REQUEST,
            "code",
            List.of("code", "status", "retry_after", "retry_after_as", "headers", "body", "processed"),
            ErrorFault::read);

    private static final int MIN_STATUS = 200;
    private static final int MIN_ERROR_STATUS = 300;
    private static final int MAX_STATUS = 599;
    private static final int MAX_BODY = 10_000;

    public ErrorFault {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** An error as the dialect documents it. */
    public static ErrorFault of(String code, boolean isProcessed) {
        return new ErrorFault(
                Optional.of(code), OptionalInt.empty(), RetryTime.NONE, Map.of(), Optional.empty(), isProcessed);
    }

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        ContentEffect content = content();
        if (body.isPresent()) {
            content = new ContentEffect.OtherBody(content, body.get());
        }
        HeadChange head = new HeadChange(status, retry.addTo(headers, error.isPresent()), retry.date());
        return ResponseEffect.of(new ContentEffect.OtherHead(content, head));
    }

    /** What the response has before its body and its head are changed. */
    private ContentEffect content() {
        if (error.isPresent()) {
            return new ContentEffect.DialectError(error.get(), retry.waitTime());
        }
        return body.isEmpty() && status.orElse(MIN_STATUS) >= MIN_ERROR_STATUS
                ? new ContentEffect.StatusError(status.getAsInt())
                : new ContentEffect.Unchanged();
    }

    @Override
    public Map<String, Object> components() {
        return Components.of(
                "code",
                error.orElse(null),
                "status",
                status.isPresent() ? status.getAsInt() : null,
                "retry_after",
                retry.waitTime().orElse(null),
                "retry_after_as",
                retry.isDate() ? RetryTime.DATE : null,
                "headers",
                headers.isEmpty() ? null : HeaderFields.components(headers),
                "body",
                body.orElse(null),
                "processed",
                isProcessed);
    }

    @Override
    public Optional<String> code() {
        return error;
    }

    @Override
    public RequestFault processed() {
        return new ErrorFault(error, status, retry, headers, body, true);
    }

    private static ErrorFault read(FieldReader fields) {
        Optional<String> code = fields.code("code", RuleFields.MAX_CHARACTERS);
        OptionalInt status = fields.wholeNumber("status", MIN_STATUS, MAX_STATUS);
        Map<String, Optional<String>> headers = HeaderFields.read(fields, "headers");
        RetryTime retry = RetryTime.read(fields, headers);
        Optional<String> body = fields.has("body") ? Optional.of(body(fields)) : Optional.empty();
        boolean isReplaced =
                code.isPresent() || body.isPresent() || status.isPresent() && status.getAsInt() >= MIN_ERROR_STATUS;
        if (!isReplaced
                && status.isEmpty()
                && headers.isEmpty()
                && retry.waitTime().isEmpty()) {
            throw fields.invalid("code", "Name an error code, or give a status, headers or a body.");
        }
        if (!isReplaced && fields.has("processed") && !fields.bool("processed", false)) {
            throw fields.invalid("processed", "A request that gets its usual response is always processed.");
        }
        return new ErrorFault(code, status, retry, headers, body, !isReplaced || fields.bool("processed", false));
    }

    private static String body(FieldReader fields) {
        String body = fields.string("body").orElseThrow();
        if (body.length() > MAX_BODY) {
            throw fields.invalid("body", "It may have at most " + MAX_BODY + " characters.");
        }
        return body;
    }
}

package dev.darkroom.api.error;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An error as a vendor's API reports it.
 *
 * @param writer writes the body, JSON in UTF-8, with ids from the supplier; returns no bytes if the response has no
 *     body
 */
public record ErrorResponse(int status, Map<String, String> headers, Function<Supplier<UUID>, byte[]> writer) {

    private static final byte[] NO_BODY = {};

    /** An error without an id. */
    public ErrorResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, ids -> body);
    }

    /** An error that only its status describes. */
    public static ErrorResponse withoutBody(int status, Map<String, String> headers) {
        return new ErrorResponse(status, headers, NO_BODY);
    }

    /**
     * The body; empty if the response has none.
     *
     * @param ids the {@link ErrorIds} of the request
     */
    public byte[] body(Supplier<UUID> ids) {
        return writer.apply(ids);
    }
}

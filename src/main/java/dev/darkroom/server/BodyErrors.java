package dev.darkroom.server;

import dev.darkroom.api.DataUris;
import dev.darkroom.api.Dialect;
import dev.darkroom.http.BodyLimit;
import dev.darkroom.http.coding.ContentCoding;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Why the body of a request cannot be accepted, and what to do about it. */
final class BodyErrors {

    static final String NO_MEMORY = "The requests in progress take too much memory. Try again when fewer are"
            + " in progress, or raise darkroom.limits.in-flight.";
    static final String NO_SPACE = "The requests in progress take too much space on disk. Try again when fewer are in"
            + " progress, or raise darkroom.limits.uploads.";
    static final String NO_FOLDER =
            "The request body is larger than darkroom.limits.body. It would be stored in a temporary"
                    + " file, but the folder for temporary files (java.io.tmpdir) cannot be written.";
    static final String NOT_STORED =
            "The temporary file for the request body cannot be written or read. Is the disk of the server full?";
    static final String STALLED = "The request body has stalled; see darkroom.limits.body-timeout.";
    static final String INVALID = "The request body is not valid HTTP/1.1.";
    static final String UNSUPPORTED_CODING =
            "The 'Content-Encoding' of the request is not supported. Use one of: " + ContentCoding.SUPPORTED + ".";
    static final String CORRUPT = "The request body is not valid in the coding that its 'Content-Encoding' names.";

    static final String EXPANDS = "The request body expands to more than " + StoredForms.MAX_EXPANSION
            + " times its size. Send it with less compression, or without 'Content-Encoding'.";

    private BodyErrors() {}

    /**
     * The error for a body above the limit. It mentions {@code data:} URIs if they may be the reason.
     *
     * @param hasDataUri whether the body has such a URI; empty if it has not been read
     */
    static String tooLarge(BodyLimit limit, Optional<Boolean> hasDataUri, RoutingContext context) {
        String error =
                "The request body has more than " + limit.bytes() + " bytes, the limit of " + limit.origin() + ".";
        Dialect dialect = context.get(DialectRouter.DIALECT);
        if (dialect == null || !hasDataUri.orElse(true)) {
            return error;
        }
        DataUris dataUris = dialect.dataUris();
        if (dataUris.areAccepted()) {
            return error;
        }
        return error + (hasDataUri.isPresent() ? " It has a data: URI. " : " ") + dataUris.refusal();
    }
}

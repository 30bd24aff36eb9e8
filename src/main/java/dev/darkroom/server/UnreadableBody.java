package dev.darkroom.server;

import dev.darkroom.http.NoMemoryException;
import dev.darkroom.http.coding.EncodedBody;
import java.io.UncheckedIOException;

/** The status and the message for a body that cannot be decoded, or that cannot be read from its temporary file. */
record UnreadableBody(int status, String message) {

    /** @param isStored whether the body is in a temporary file */
    static UnreadableBody of(Throwable failure, boolean isStored) {
        if (failure instanceof StoredBody.NotWritableException) {
            return new UnreadableBody(413, BodyErrors.NO_FOLDER);
        }
        if (failure instanceof StoredForms.ExpansionException) {
            return new UnreadableBody(413, BodyErrors.EXPANDS);
        }
        if (failure instanceof NoMemoryException) {
            return new UnreadableBody(503, BodyErrors.NO_MEMORY);
        }
        if (failure instanceof EncodedBody.NoMemoryException) {
            return new UnreadableBody(503, isStored ? BodyErrors.NO_SPACE : BodyErrors.NO_MEMORY);
        }
        return failure instanceof UncheckedIOException
                ? new UnreadableBody(503, BodyErrors.NOT_STORED)
                : new UnreadableBody(400, BodyErrors.CORRUPT);
    }
}

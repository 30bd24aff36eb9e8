package dev.darkroom.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json.MalformedJsonException;

/**
 * The body of a request as the client sent it. It is parsed only when a check needs it, because each vendor checks the
 * key, the limits and the body in its own order.
 */
public sealed interface RequestBody {

    /** The body as sent, without any transfer coding. Must not be changed. */
    byte[] bytes();

    /**
     * Selects the kind of body by its media type, without reading the body.
     *
     * @param contentType the {@code Content-Type} header; null if the request has none
     */
    static RequestBody of(String contentType, byte[] bytes) {
        if (ContentTypes.isJson(contentType)) {
            return new Json(bytes);
        }
        return ContentTypes.isMultipart(contentType) ? new Multipart(contentType, bytes) : new Other(bytes);
    }

    /** A body that is declared as JSON. */
    record Json(byte[] bytes) implements RequestBody {

        /** @throws MalformedBodyException if the body is not one JSON object */
        public ObjectNode read() throws MalformedBodyException {
            try {
                return dev.darkroom.http.json.Json.readObject(bytes);
            } catch (MalformedJsonException e) {
                throw new MalformedBodyException(e.getMessage());
            }
        }
    }

    /** A body that is declared as {@code multipart/form-data}. */
    record Multipart(String contentType, byte[] bytes) implements RequestBody {

        /** @throws MalformedBodyException if the body is malformed or exceeds a limit of {@link MultipartBody} */
        public MultipartBody read() throws MalformedBodyException {
            return MultipartReader.read(contentType, bytes);
        }
    }

    /** A body of another media type, or of none. */
    record Other(byte[] bytes) implements RequestBody {}
}

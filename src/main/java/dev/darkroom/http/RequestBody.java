package dev.darkroom.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json.MalformedJsonException;
import java.io.IOException;
import java.util.function.LongPredicate;

/**
 * The body of a request as the client sent it. It is parsed only when a check needs it, because each vendor checks the
 * key, the limits and the body in its own order.
 */
public sealed interface RequestBody {

    /**
     * Selects the kind of body by its media type, without reading the body.
     *
     * @param contentType the {@code Content-Type} header; null if the request has none
     * @param bytes the body as sent, without any transfer coding; must not be changed
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
    sealed interface Form extends RequestBody {

        /** @throws MalformedBodyException if the body is malformed or exceeds a limit of {@link MultipartBody} */
        MultipartBody read() throws MalformedBodyException;
    }

    /** A form in memory. */
    record Multipart(String contentType, byte[] bytes) implements Form {

        @Override
        public MultipartBody read() throws MalformedBodyException {
            return MultipartReader.read(contentType, bytes);
        }
    }

    /** A form that has been read from a temporary file, because it is large. */
    final class Large implements Form {

        private final MultipartBody form;
        private final MalformedBodyException malformed;

        private Large(MultipartBody form, MalformedBodyException malformed) {
            this.form = form;
            this.malformed = malformed;
        }

        /**
         * Reads a form. This can take seconds. A malformed form is not reported before {@link #read}.
         *
         * @param maxText the largest size of all texts together, in bytes
         * @param reserve reserves memory for this many bytes; false if there is none
         * @throws NoMemoryException if there is no memory for the texts and the first bytes of the files
         * @throws IOException if the file cannot be read
         */
        public static Large read(String contentType, BodyFile file, long maxText, LongPredicate reserve)
                throws IOException {
            try {
                return new Large(StoredForm.read(contentType, file, maxText, reserve), null);
            } catch (MalformedBodyException e) {
                return new Large(null, e);
            }
        }

        @Override
        public MultipartBody read() throws MalformedBodyException {
            if (malformed != null) {
                throw malformed;
            }
            return form;
        }
    }

    /** A body of another media type, or of none. */
    record Other(byte[] bytes) implements RequestBody {}
}

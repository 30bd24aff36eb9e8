package dev.darkroom.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code multipart/form-data} body (RFC 7578).
 *
 * @param parts in the order in which the client sent them
 */
public record MultipartBody(List<Part> parts) {

    /** The largest number of parts: far more than any documented request has. */
    public static final int MAX_PARTS = 256;

    /** The largest size of one part's headers, in characters. */
    public static final int MAX_HEADER_CHARS = 8192;

    public MultipartBody {
        parts = List.copyOf(parts);
    }

    /** One field of the form. Several parts may have the same name. */
    public sealed interface Part {

        String name();
    }

    /** A part without a file name, in the charset that it declares, or in UTF-8. */
    public record TextPart(String name, String value) implements Part {}

    /**
     * An uploaded file. Parts without a file name are files, too, if their media type is neither text nor JSON.
     *
     * @param fileName as sent; empty if the client sent none, and possibly an empty string
     * @param mediaType as sent; {@code application/octet-stream} if the client sent none
     */
    public record FilePart(String name, Optional<String> fileName, String mediaType, byte[] bytes) implements Part {}

    /** The text parts of this name, in order. */
    public List<String> texts(String name) {
        return parts(TextPart.class, name).map(TextPart::value).toList();
    }

    /** The file parts of this name, in order. */
    public List<FilePart> files(String name) {
        return parts(FilePart.class, name).toList();
    }

    /** The names of all parts, each once, in the order of their first occurrence. */
    public List<String> names() {
        return parts.stream().map(Part::name).distinct().toList();
    }

    private <P extends Part> Stream<P> parts(Class<P> type, String name) {
        return parts.stream().filter(type::isInstance).map(type::cast).filter(part -> part.name()
                .equals(name));
    }
}

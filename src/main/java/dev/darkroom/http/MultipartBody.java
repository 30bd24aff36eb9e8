package dev.darkroom.http;

import dev.darkroom.image.FileContent;
import dev.darkroom.image.Reference;
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

    /** A part without a file name whose media type is text or JSON, decoded from its charset (UTF-8 by default). */
    public record TextPart(String name, String value) implements Part {}

    /**
     * An uploaded file. A part without a file name is also a file if its media type is neither text nor JSON.
     *
     * @param fileName the name that the client sent, which can be an empty string; empty if it sent none
     * @param mediaType the type that the client sent; {@code application/octet-stream} if it sent none
     */
    public record FilePart(String name, Optional<String> fileName, String mediaType, FileContent content)
            implements Part {

        /** A file in memory. */
        public static FilePart of(String name, Optional<String> fileName, String mediaType, byte[] content) {
            return new FilePart(name, fileName, mediaType, FileContent.of(content));
        }

        /** In bytes. */
        public long size() {
            return content.size();
        }

        /** The first bytes, at most {@link FileContent#MAX_START}. Do not modify them. */
        public byte[] start() {
            return content.start();
        }

        /** The file as an image to edit. Its thumbnail is decoded only if a task keeps it. */
        public Reference.Upload upload() {
            return Reference.Upload.of(fileName.orElse(""), mediaType, content);
        }
    }

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

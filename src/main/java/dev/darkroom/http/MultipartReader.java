package dev.darkroom.http;

import dev.darkroom.http.MultipartBody.FilePart;
import dev.darkroom.http.MultipartBody.Part;
import dev.darkroom.http.MultipartBody.TextPart;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** Reads a {@code multipart/form-data} body in memory, with the parser that Quarkus REST brings. */
final class MultipartReader implements MultipartParser.PartHandler {

    private static final int MAX_BOUNDARY_CHARS = 70;
    private static final String DEFAULT_FILE_TYPE = "application/octet-stream";

    private final List<Part> parts = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private CaseInsensitiveMap<String> headers;

    private MultipartReader() {}

    static MultipartBody read(String contentType, byte[] body) throws MalformedBodyException {
        String boundary = HeaderParameters.parse(contentType)
                .get("boundary")
                .filter(text -> !text.isEmpty() && text.length() <= MAX_BOUNDARY_CHARS)
                .orElseThrow(() ->
                        new MalformedBodyException("The 'Content-Type' header has no valid 'boundary' parameter."));
        MultipartReader reader = new MultipartReader();
        // The parser expects a boundary of at least one part before the closing one.
        boolean hasParts = !startsWith(body, "--" + boundary + "--");
        if (hasParts) {
            reader.parse(body, boundary);
        }
        return new MultipartBody(reader.parts);
    }

    private void parse(byte[] body, String boundary) throws MalformedBodyException {
        MultipartParser.ParseState state = MultipartParser.beginParse(
                this, boundary.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
        try {
            state.parse(ByteBuffer.wrap(body));
        } catch (Rejected e) {
            throw new MalformedBodyException(e.getMessage());
        } catch (IOException | MultipartParser.MalformedMessageException | IllegalArgumentException e) {
            throw new MalformedBodyException("The multipart body is malformed in part " + (parts.size() + 1) + ".");
        }
        if (!state.isComplete()) {
            throw new MalformedBodyException("The multipart body ends before its closing boundary.");
        }
    }

    @Override
    public void beginPart(CaseInsensitiveMap<String> headers) {
        if (parts.size() == MultipartBody.MAX_PARTS) {
            throw new Rejected("The multipart body has more than " + MultipartBody.MAX_PARTS + " parts.");
        }
        if (length(headers) > MultipartBody.MAX_HEADER_CHARS) {
            throw new Rejected("The headers of part " + (parts.size() + 1) + " are longer than "
                    + MultipartBody.MAX_HEADER_CHARS + " characters.");
        }
        this.headers = headers;
        content.reset();
    }

    @Override
    public void data(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        content.writeBytes(bytes);
    }

    @Override
    public void endPart() {
        HeaderParameters disposition = header(HttpHeaders.CONTENT_DISPOSITION);
        String name = disposition
                .get("name")
                .filter(given -> disposition.value().equals("form-data"))
                .orElseThrow(() -> new Rejected("Part " + (parts.size() + 1)
                        + " has no name. Its 'Content-Disposition' header must be 'form-data; name=\"...\"'."));
        HeaderParameters type = header(HttpHeaders.CONTENT_TYPE);
        Optional<String> fileName = disposition.getExtended("filename");
        boolean isFile = fileName.isPresent() || !isText(type.value());
        parts.add(isFile ? file(name, fileName) : new TextPart(name, text(name, type)));
    }

    private FilePart file(String name, Optional<String> fileName) {
        String type =
                Optional.ofNullable(headers.getFirst(HttpHeaders.CONTENT_TYPE)).orElse(DEFAULT_FILE_TYPE);
        return new FilePart(name, fileName, type, content.toByteArray());
    }

    private String text(String name, HeaderParameters type) {
        String charset = type.get("charset").orElse(StandardCharsets.UTF_8.name());
        try {
            return Charset.forName(charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content.toByteArray()))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new Rejected("The text of part " + (parts.size() + 1) + " is not encoded in its charset, which is "
                    + "UTF-8 unless the part's 'Content-Type' header names another.");
        }
    }

    private HeaderParameters header(String name) {
        return HeaderParameters.parse(
                Optional.ofNullable(headers.getFirst(name)).orElse(""));
    }

    private static boolean isText(String mediaType) {
        return mediaType.isEmpty() || mediaType.startsWith("text/") || ContentTypes.isJson(mediaType);
    }

    private static int length(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length()
                        + header.getValue().stream().mapToInt(String::length).sum())
                .sum();
    }

    private static boolean startsWith(byte[] body, String prefix) {
        byte[] expected = prefix.getBytes(StandardCharsets.UTF_8);
        return body.length >= expected.length
                && ByteBuffer.wrap(body, 0, expected.length).equals(ByteBuffer.wrap(expected));
    }

    /** Carries a sentence for the client through the parser, whose handler cannot throw checked exceptions. */
    private static final class Rejected extends RuntimeException {

        Rejected(String message) {
            super(message, null, false, false);
        }
    }
}

package dev.darkroom.http;

import dev.darkroom.http.MultipartBody.FilePart;
import dev.darkroom.http.MultipartBody.Part;
import dev.darkroom.http.MultipartBody.TextPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/** Reads a {@code multipart/form-data} body with the parser that Quarkus REST brings. */
final class MultipartReader implements MultipartParser.PartHandler {

    private static final int MAX_BOUNDARY_CHARS = 70;
    /** The parser gets so many bytes at a time, because it keeps the headers of a part without a limit. */
    private static final int STEP = 8 << 10;

    private static final String DEFAULT_FILE_TYPE = "application/octet-stream";

    private final String boundary;
    private final Function<PartHead, PartContent> contents;
    private final MultipartParser.ParseState parser;
    private final List<Part> parts = new ArrayList<>();
    private PartHead head;
    private PartContent content;
    private boolean isClosed;

    /** How many bytes the parser has read since the last part began or had content. */
    private int headerBytes;

    /**
     * @param contents creates the receiver of a part's content
     * @throws MalformedBodyException if the media type has no boundary
     */
    MultipartReader(String contentType, Function<PartHead, PartContent> contents) throws MalformedBodyException {
        this.boundary = HeaderParameters.parse(contentType)
                .get("boundary")
                .filter(text -> !text.isEmpty() && text.length() <= MAX_BOUNDARY_CHARS)
                .orElseThrow(() ->
                        new MalformedBodyException("The 'Content-Type' header has no valid 'boundary' parameter."));
        this.contents = contents;
        this.parser = MultipartParser.beginParse(
                this, boundary.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
    }

    /** Reads a body in memory. */
    static MultipartBody read(String contentType, byte[] body) throws MalformedBodyException {
        MultipartReader reader = new MultipartReader(contentType, head -> new PartInMemory());
        reader.begin(body);
        reader.add(ByteBuffer.wrap(body));
        return reader.end();
    }

    /** @param start the first bytes of the body: more than a boundary has */
    void begin(byte[] start) {
        // The parser expects a boundary of at least one part before the closing one.
        isClosed = startsWith(start, "--" + boundary + "--");
    }

    void add(ByteBuffer bytes) throws MalformedBodyException {
        if (isClosed) {
            return;
        }
        int end = bytes.limit();
        while (bytes.position() < end && !parser.isComplete()) {
            bytes.limit(Math.min(end, bytes.position() + STEP));
            headerBytes += bytes.remaining();
            parse(bytes);
            if (headerBytes > MultipartBody.MAX_HEADER_CHARS + STEP) {
                throw new MalformedBodyException(
                        RejectedPartException.longHeaders(parts.size() + 1).getMessage());
            }
        }
        bytes.limit(end).position(end);
    }

    private void parse(ByteBuffer bytes) throws MalformedBodyException {
        try {
            parser.parse(bytes);
        } catch (RejectedPartException e) {
            throw new MalformedBodyException(e.getMessage());
        } catch (IOException | MultipartParser.MalformedMessageException | IllegalArgumentException e) {
            throw new MalformedBodyException("The multipart body is malformed in part " + (parts.size() + 1) + ".");
        }
    }

    MultipartBody end() throws MalformedBodyException {
        if (!isClosed && !parser.isComplete()) {
            throw new MalformedBodyException("The multipart body ends before its closing boundary.");
        }
        return new MultipartBody(parts);
    }

    @Override
    public void beginPart(CaseInsensitiveMap<String> headers) {
        if (parts.size() == MultipartBody.MAX_PARTS) {
            throw new RejectedPartException("The multipart body has more than " + MultipartBody.MAX_PARTS + " parts.");
        }
        headerBytes = 0;
        head = PartHead.read(parts.size() + 1, headers);
        content = contents.apply(head);
    }

    @Override
    public void data(ByteBuffer buffer) {
        headerBytes = 0;
        content.add(buffer);
    }

    @Override
    public void endPart() {
        parts.add(head.isFile() ? file() : new TextPart(head.name(), text()));
    }

    private FilePart file() {
        return new FilePart(head.name(), head.fileName(), head.type().orElse(DEFAULT_FILE_TYPE), content.file());
    }

    private String text() {
        String charset = head.parameters().get("charset").orElse(StandardCharsets.UTF_8.name());
        try {
            return Charset.forName(charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content.text()))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new RejectedPartException("The text of part " + head.number()
                    + " is not encoded in its charset, which is UTF-8 unless the part's 'Content-Type' header names"
                    + " another.");
        }
    }

    private static boolean startsWith(byte[] body, String prefix) {
        byte[] expected = prefix.getBytes(StandardCharsets.UTF_8);
        return body.length >= expected.length
                && ByteBuffer.wrap(body, 0, expected.length).equals(ByteBuffer.wrap(expected));
    }
}

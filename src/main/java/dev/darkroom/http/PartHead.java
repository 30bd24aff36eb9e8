package dev.darkroom.http;

import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;

/**
 * The headers of one part of a form.
 *
 * @param number counts the parts from 1
 * @param name the name of the field
 * @param fileName empty if the client sent none
 * @param type the {@code Content-Type} as the client sent it; empty if it sent none
 */
record PartHead(int number, String name, Optional<String> fileName, Optional<String> type, boolean isEncoded) {

    private static final String TRANSFER_ENCODING = "Content-Transfer-Encoding";

    /** @throws RejectedPartException if the headers are too long, or the part has no name */
    static PartHead read(int number, CaseInsensitiveMap<String> headers) {
        if (length(headers) > MultipartBody.MAX_HEADER_CHARS) {
            throw RejectedPartException.longHeaders(number);
        }
        HeaderParameters disposition = HeaderParameters.parse(
                header(headers, HttpHeaders.CONTENT_DISPOSITION.toString()).orElse(""));
        String name = disposition
                .get("name")
                .filter(given -> disposition.value().equals("form-data"))
                .orElseThrow(() -> new RejectedPartException("Part " + number
                        + " has no name. Its 'Content-Disposition' header must be 'form-data; name=\"...\"'."));
        String encoding = header(headers, TRANSFER_ENCODING).orElse("");
        return new PartHead(
                number,
                name,
                disposition.getExtended("filename"),
                header(headers, HttpHeaders.CONTENT_TYPE.toString()),
                encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("quoted-printable"));
    }

    boolean isFile() {
        return fileName.isPresent() || !isText(parameters().value());
    }

    /** The media type and its parameters. */
    HeaderParameters parameters() {
        return HeaderParameters.parse(type.orElse(""));
    }

    private static boolean isText(String mediaType) {
        return mediaType.isEmpty() || mediaType.startsWith("text/") || ContentTypes.isJson(mediaType);
    }

    private static Optional<String> header(CaseInsensitiveMap<String> headers, String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    private static int length(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length()
                        + header.getValue().stream().mapToInt(String::length).sum())
                .sum();
    }
}

package dev.darkroom.api.image;

import dev.darkroom.http.ByteRange;
import dev.darkroom.http.ConditionalRequest;
import dev.darkroom.image.ImageFile;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Optional;

/** Responds with an image as file servers do: whole, in part, or not modified (RFC 9110, sections 13 and 14). */
public final class ImageResponse {

    /** HTTP caches do not know the sandbox's clock, so they must revalidate the image in case it has expired. */
    private static final String REVALIDATE = "no-cache";

    private ImageResponse() {}

    public static Response of(ImageFile image, Request request, HttpHeaders headers) {
        String tag = '"' + image.tag() + '"';
        ConditionalRequest conditions = new ConditionalRequest(headers, tag);
        ResponseBuilder response = conditions
                .unmetStatus()
                .map(Response::status)
                .or(() -> range(image, headers)
                        .filter(range -> isGet(request) && conditions.isRangeAllowed())
                        .map(range -> part(image, range)))
                .orElseGet(() -> whole(image));
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .header("Accept-Ranges", "bytes")
                .build();
    }

    /** Ranges apply to GET only (RFC 9110, section 14.2). */
    private static boolean isGet(Request request) {
        return request.getMethod().equals(HttpMethod.GET);
    }

    private static ResponseBuilder whole(ImageFile image) {
        return Response.ok(image.bytes(), image.format().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, image.bytes().length);
    }

    private static ResponseBuilder part(ImageFile image, ByteRange range) {
        int length = image.bytes().length;
        if (range.isEmpty()) {
            return Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE).header("Content-Range", "bytes */" + length);
        }
        return Response.status(Status.PARTIAL_CONTENT)
                .entity(Arrays.copyOfRange(image.bytes(), range.first(), range.last() + 1))
                .type(image.format().mediaType())
                .header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + length);
    }

    private static Optional<ByteRange> range(ImageFile image, HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString("Range"))
                .flatMap(range -> ByteRange.parse(range, image.bytes().length));
    }
}

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

/** Answers with a picture as servers of files do: all of it, a part, or nothing new (RFC 9110, sections 13 and 14). */
public final class ImageResponse {

    /** A cache would not know of the sandbox' clock, so it has to ask whether the picture is still to be had. */
    private static final String ASK_EACH_TIME = "no-cache";

    private ImageResponse() {}

    public static Response of(ImageFile picture, Request request, HttpHeaders headers) {
        String tag = '"' + picture.tag() + '"';
        ConditionalRequest conditions = new ConditionalRequest(headers, tag);
        ResponseBuilder answer = conditions
                .unmetStatus()
                .map(Response::status)
                .or(() -> range(picture, headers)
                        .filter(range -> isGet(request) && conditions.isRangeAllowed())
                        .map(range -> part(picture, range)))
                .orElseGet(() -> whole(picture));
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME)
                .header("Accept-Ranges", "bytes")
                .build();
    }

    /** Parts are of no use to anybody else. */
    private static boolean isGet(Request request) {
        return request.getMethod().equals(HttpMethod.GET);
    }

    private static ResponseBuilder whole(ImageFile picture) {
        return Response.ok(picture.bytes(), picture.format().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, picture.bytes().length);
    }

    private static ResponseBuilder part(ImageFile picture, ByteRange range) {
        int length = picture.bytes().length;
        if (range.isEmpty()) {
            return Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE).header("Content-Range", "bytes */" + length);
        }
        return Response.status(Status.PARTIAL_CONTENT)
                .entity(Arrays.copyOfRange(picture.bytes(), range.first(), range.last() + 1))
                .type(picture.format().mediaType())
                .header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + length);
    }

    private static Optional<ByteRange> range(ImageFile picture, HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString("Range"))
                .flatMap(range -> ByteRange.parse(range, picture.bytes().length));
    }
}

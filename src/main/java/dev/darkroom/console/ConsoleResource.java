package dev.darkroom.console;

import dev.darkroom.control.ControlException;
import dev.darkroom.http.ConditionalRequest;
import dev.darkroom.http.coding.Gzip;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;

/**
 * The web page over the control API. Its files are public, as the documents are; what it shows comes from the control
 * API, which checks the token.
 */
@Path("/_darkroom/console")
@Blocking
public class ConsoleResource {

    /**
     * The page runs and loads only its own files, and writes no markup from text. {@code blob:} and {@code data:} are
     * for images that the page reads with a header.
     */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "connect-src 'self'",
            "font-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private static final String START_PAGE = "index.html";

    /** Relative to the path without the slash, so that a proxy in front of the server may add a prefix. */
    private static final String WITH_SLASH = "console/";

    private final ConsoleFiles files;

    ConsoleResource(ConsoleFiles files) {
        this.files = files;
    }

    /** The addresses in the page are relative to a folder, so its path must end with a slash. */
    @GET
    public Response start(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        return request.path().endsWith("/")
                ? file(START_PAGE, headers)
                : Response.status(Response.Status.FOUND)
                        .header(HttpHeaders.LOCATION, WITH_SLASH)
                        .build();
    }

    @GET
    @Path("/{file}")
    public Response file(@PathParam("file") String file, @Context HttpHeaders headers) {
        return respond(files.find(file), headers);
    }

    @GET
    @Path("/{folder}/{file}")
    public Response fileInFolder(
            @PathParam("folder") String folder, @PathParam("file") String file, @Context HttpHeaders headers) {
        return respond(files.findInFolder(folder, file), headers);
    }

    private static Response respond(Optional<ConsoleFile> file, HttpHeaders headers) {
        return file.map(found -> respond(found, headers))
                .orElseThrow(() -> ControlException.notFound(
                        "The console has no file with this name. GET /_darkroom/console/ is its page."));
    }

    /** A browser keeps the file, but asks each time whether it has changed, because a server may be of another version. */
    private static Response respond(ConsoleFile file, HttpHeaders headers) {
        boolean isCompressed = Gzip.isAcceptedBy(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        String tag = file.tag(isCompressed);
        ResponseBuilder response = new ConditionalRequest(headers, tag)
                .unmetStatus()
                .map(Response::status)
                .orElseGet(() -> content(file, isCompressed));
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static ResponseBuilder content(ConsoleFile file, boolean isCompressed) {
        ResponseBuilder response = Response.ok(file.body(isCompressed), file.type());
        return isCompressed ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
    }
}

package dev.darkroom.server;

import dev.darkroom.http.coding.Compressible;
import dev.darkroom.http.coding.Gzip;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Compresses JSON for clients that accept gzip. It runs after the filters that record and change responses, so that a
 * truncated response is a truncated gzip stream.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class GzipFilter implements ContainerResponseFilter {

    private final CurrentVertxRequest current;

    GzipFilter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // request.getHeaderString would copy all headers first.
        if (!Gzip.isAcceptedBy(current.getCurrent().request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            return;
        }
        Object entity = response.getEntity();
        if (entity instanceof Compressible compressible) {
            replace(response, compressible.compressed());
        } else if (entity instanceof FaultyResponse faulty && faulty.body() instanceof ResponseBody.Whole whole) {
            // A fault may claim another coding, or hide this one.
            boolean isCompressible =
                    faulty.isJson() && !faulty.headers().containsKey(HttpHeaders.CONTENT_ENCODING.toString());
            if (isCompressible && whole.bytes().length > 0) {
                replace(response, faulty.withBody(new ResponseBody.Whole(Gzip.compress(whole.bytes()))));
            }
        } else if (entity instanceof byte[] bytes && isJson(response.getMediaType())) {
            replace(response, Gzip.compress(bytes));
        }
    }

    /** The writer of vendors' JSON ignores the headers of the {@code response}, so it sets those of the exchange. */
    private void replace(ContainerResponseContext response, Object compressed) {
        response.setEntity(compressed);
        Gzip.markCompressed(current.getCurrent().response().headers());
    }

    private static boolean isJson(MediaType type) {
        return type != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
    }
}

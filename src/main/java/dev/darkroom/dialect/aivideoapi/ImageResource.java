package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskIds;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.image.ImageDelivery;
import dev.darkroom.http.FileName;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * Serves the image of a task. The file name alone identifies it; the date in the path only follows the vendor's URLs.
 */
@Path("/" + AiVideoApi.NAME + "/images/{year}/{month}/{day}/{file}")
@DialectEndpoint
@NonBlocking
public class ImageResource {

    private final AiVideoApi dialect;
    private final ImageDelivery delivery;
    private final Duration lifetime;

    ImageResource(AiVideoApi dialect, ImageDelivery delivery, AiVideoApiConfig config) {
        this.dialect = dialect;
        this.delivery = delivery;
        this.lifetime = config.urlExpiry();
    }

    @GET
    public Uni<Response> read(
            @PathParam("file") String file,
            @Context RoutingContext exchange,
            @Context Request httpRequest,
            @Context HttpHeaders headers) {
        FileName name = FileName.parse(file);
        ImageDelivery.RequestedImage image = new ImageDelivery.RequestedImage(
                TaskIds.parseHex(name.base()), 0, Optional.of(name.extension()), lifetime, absence -> notFound());
        return delivery.deliver(RequestContext.of(exchange), image, httpRequest, headers);
    }

    private ApiException notFound() {
        return dialect.errors().forStatus(404, "There is no such image, or its URL has expired.");
    }
}

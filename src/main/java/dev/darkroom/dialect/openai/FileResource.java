package dev.darkroom.dialect.openai;

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

/** Serves the images whose URLs a relay has sent. */
@Path("/" + OpenAi.NAME + ImageLinks.PATH)
@DialectEndpoint
@NonBlocking
public class FileResource {

    private static final int NO_INDEX = -1;

    private final OpenAi dialect;
    private final ImageDelivery delivery;
    private final Duration lifetime;

    FileResource(OpenAi dialect, ImageDelivery delivery, OpenAiConfig config) {
        this.dialect = dialect;
        this.delivery = delivery;
        this.lifetime = config.urlExpiry();
    }

    @GET
    public Uni<Response> read(
            @PathParam("task") String task,
            @PathParam("file") String file,
            @Context RoutingContext exchange,
            @Context Request httpRequest,
            @Context HttpHeaders headers) {
        FileName name = FileName.parse(file);
        ImageDelivery.RequestedImage image = new ImageDelivery.RequestedImage(
                TaskIds.parseHex(task), index(name.base()), Optional.of(name.extension()), lifetime, this::notFound);
        return delivery.deliver(RequestContext.of(exchange), image, httpRequest, headers);
    }

    private static int index(String base) {
        return base.matches("[0-9]") ? Integer.parseInt(base) : NO_INDEX;
    }

    private ApiException notFound(ImageDelivery.Absence absence) {
        return dialect.errors()
                .forStatus(
                        404,
                        switch (absence) {
                            case UNKNOWN -> "There is no such image.";
                            case EXPIRED -> "The URL of this image has expired.";
                        });
    }
}

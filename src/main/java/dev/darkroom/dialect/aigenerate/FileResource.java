package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskIds;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.image.ImageDelivery;
import dev.darkroom.http.FileName;
import dev.darkroom.task.TaskView;
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

/** Serves the images of tasks. The vendor's own URLs are unknown, so the path is an invention. */
@Path("/" + AiGenerate.NAME + FileResource.FOLDER + "/{file}")
@DialectEndpoint
@NonBlocking
public class FileResource {

    static final String FOLDER = "/files/jobs";

    private final AiGenerate dialect;
    private final ImageDelivery delivery;
    private final Duration lifetime;

    FileResource(AiGenerate dialect, ImageDelivery delivery, AiGenerateConfig config) {
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

    /** The path of the image of a task. */
    static String path(TaskView task) {
        return FOLDER + "/" + TaskIds.hex(task.publicId()) + "."
                + task.spec().image().output().format().extension();
    }

    private ApiException notFound() {
        return dialect.errors().forStatus(404, "There is no such image, or its URL has expired.");
    }
}

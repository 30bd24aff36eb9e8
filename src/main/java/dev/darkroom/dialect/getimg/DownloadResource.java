package dev.darkroom.dialect.getimg;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.image.ImageDelivery;
import dev.darkroom.api.image.ImageDelivery.Absence;
import dev.darkroom.api.image.ImageDelivery.RequestedImage;
import dev.darkroom.chaos.Operation;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Serves the images of signed URLs (providers/getimg.md §4); no key is needed (inferred). */
@Path("/" + GetImg.NAME + "/v2/downloads/{id}/{index}")
@DialectEndpoint
@NonBlocking
public class DownloadResource {

    /** Unix seconds. Twelve digits are enough for any expiry, and fit into a long. */
    private static final Pattern EXP = Pattern.compile("0|[1-9]\\d{0,11}");

    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,3}");

    private final GetImg dialect;
    private final Sandboxes sandboxes;
    private final ImageDelivery delivery;

    DownloadResource(GetImg dialect, Sandboxes sandboxes, ImageDelivery delivery) {
        this.dialect = dialect;
        this.sandboxes = sandboxes;
        this.delivery = delivery;
    }

    @GET
    public Uni<Response> read(
            @PathParam("id") String id,
            @PathParam("index") String index,
            @QueryParam("exp") String exp,
            @QueryParam("sig") String sig,
            @Context RoutingContext exchange,
            @Context Request httpRequest,
            @Context HttpHeaders headers) {
        RequestContext request = RequestContext.of(exchange);
        request.setOperation(Operation.FILE);
        if (exp == null
                || sig == null
                || !EXP.matcher(exp).matches()
                || !INDEX.matcher(index).matches()) {
            throw invalidSignature();
        }
        Optional<UUID> publicId = RequestIds.parse(id);
        Download download = new Download(id, index, Long.parseLong(exp));
        Duration lifetime = publicId.flatMap(sandboxes::findByTask)
                .map(sandbox -> lifetime(request, sandbox, publicId.get(), download, sig))
                .orElse(Duration.ZERO);
        return delivery.deliver(
                request,
                new RequestedImage(publicId, Integer.parseInt(index), Optional.empty(), lifetime, this::unavailable),
                httpRequest,
                headers);
    }

    /** The time from the end of the task to the expiry, if the signature is valid. */
    private Duration lifetime(RequestContext request, Sandbox sandbox, UUID publicId, Download download, String sig) {
        request.setSandbox(sandbox);
        return sandbox.taskIdOf(publicId)
                .flatMap(sandbox::task)
                .filter(task -> download.isSigned(sig, Download.secret(task, sandbox.handle())))
                .map(task -> Duration.between(task.finishedAt(), download.deletesAt()))
                .orElseThrow(this::invalidSignature);
    }

    private ApiException unavailable(Absence absence) {
        return absence == Absence.EXPIRED
                ? dialect.errors().permissionDenied("The download URL has expired.")
                : dialect.errors().notFound("There is no such file.");
    }

    private ApiException invalidSignature() {
        return dialect.errors().permissionDenied("The signature of the download URL is missing or wrong.");
    }
}

package dev.darkroom.dialect.getimg;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.image.ImageDelivery;
import dev.darkroom.api.image.ImageDelivery.Absence;
import dev.darkroom.api.image.ImageDelivery.Wanted;
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

/** Hands out pictures to whoever has their addresses (providers/getimg.md §4); no key is needed (inferred). */
@Path("/" + GetImg.NAME + "/v2/downloads/{id}/{index}")
@DialectEndpoint
@NonBlocking
public class DownloadResource {

    /** More digits are no second that there will be. */
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
            @Context Request request,
            @Context HttpHeaders headers) {
        RequestContext call = RequestContext.of(exchange);
        call.setOperation(Operation.FILE);
        if (exp == null
                || sig == null
                || !EXP.matcher(exp).matches()
                || !INDEX.matcher(index).matches()) {
            throw notSigned();
        }
        Optional<UUID> publicId = RequestIds.parse(id);
        Download asked = new Download(id, index, Long.parseLong(exp));
        Duration life = publicId.flatMap(sandboxes::findByTask)
                .map(sandbox -> life(call, sandbox, publicId.get(), asked, sig))
                .orElse(Duration.ZERO);
        return delivery.show(
                call,
                new Wanted(publicId, Integer.parseInt(index), Optional.empty(), life, this::refusal),
                request,
                headers);
    }

    /** How long the picture is to be had after its task has ended, if the address says so for good reason. */
    private Duration life(RequestContext call, Sandbox sandbox, UUID publicId, Download asked, String sig) {
        call.setSandbox(sandbox);
        return sandbox.taskOf(publicId)
                .flatMap(sandbox::task)
                .filter(task -> asked.isSigned(sig, Download.secret(task, sandbox.tag())))
                .map(task -> Duration.between(task.finishedAt(), asked.deletesAt()))
                .orElseThrow(this::notSigned);
    }

    private ApiException refusal(Absence absence) {
        return absence == Absence.EXPIRED
                ? dialect.errors().noEntrance("The download URL has expired.")
                : dialect.errors().notFound("There is no such file.");
    }

    private ApiException notSigned() {
        return dialect.errors().noEntrance("The signature of the download URL is missing or wrong.");
    }
}

package dev.darkroom.dialect.openai;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Azure's Images API, with its newer paths and those that name the deployment (providers/azure.md §1). */
@Path("/" + Azure.NAME + "/openai")
@DialectEndpoint
@NonBlocking
@Consumes(MediaType.WILDCARD)
public class AzureImagesResource {

    private static final String DEPLOYMENT = "/deployments/{deployment}/images";
    private static final Pattern VERSION = Pattern.compile("20[0-9]{2}-[01][0-9]-[0-3][0-9](-preview)?");

    private final ImageOperations operations;
    private final Azure dialect;

    AzureImagesResource(ImageOperations operations, Azure dialect) {
        this.operations = operations;
        this.dialect = dialect;
    }

    @POST
    @Path("/v1/images/generations")
    public Uni<Object> generate(@Context RoutingContext exchange) {
        return operations.generate(RequestContext.of(exchange), dialect.imageSettings(), Optional.empty());
    }

    @POST
    @Path("/v1/images/edits")
    public Uni<Object> edit(@Context RoutingContext exchange) {
        return operations.edit(RequestContext.of(exchange), dialect.imageSettings(), Optional.empty());
    }

    @POST
    @Path(DEPLOYMENT + "/generations")
    public Uni<Object> generate(@Context RoutingContext exchange, @PathParam("deployment") String deployment) {
        checkVersion(exchange);
        return operations.generate(RequestContext.of(exchange), dialect.imageSettings(), Optional.of(deployment));
    }

    @POST
    @Path(DEPLOYMENT + "/edits")
    public Uni<Object> edit(@Context RoutingContext exchange, @PathParam("deployment") String deployment) {
        checkVersion(exchange);
        return operations.edit(RequestContext.of(exchange), dialect.imageSettings(), Optional.of(deployment));
    }

    /** Inferred. Any date is a version, because Azure adds new ones all the time. */
    private void checkVersion(RoutingContext exchange) {
        String version = exchange.request().getParam("api-version");
        if (version == null || !VERSION.matcher(version).matches()) {
            RequestContext.of(exchange)
                    .warn(List.of("The query needs `api-version`, such as `?api-version=2025-04-01-preview`"));
            throw dialect.errors().forStatus(404, "Resource not found");
        }
    }
}

package dev.darkroom.dialect.openai;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** OpenAI's Images API (providers/openai.md §1). */
@Path("/" + OpenAi.NAME + "/v1/images")
@DialectEndpoint
@NonBlocking
@Consumes(MediaType.WILDCARD)
public class ImagesResource {

    private final ImageOperations operations;
    private final OpenAi dialect;

    ImagesResource(ImageOperations operations, OpenAi dialect) {
        this.operations = operations;
        this.dialect = dialect;
    }

    @POST
    @Path("/generations")
    public Uni<Object> generate(@Context RoutingContext exchange) {
        return operations.generate(RequestContext.of(exchange), dialect.imageSettings(), Optional.empty());
    }

    @POST
    @Path("/edits")
    public Uni<Object> edit(@Context RoutingContext exchange) {
        return operations.edit(RequestContext.of(exchange), dialect.imageSettings(), Optional.empty());
    }
}

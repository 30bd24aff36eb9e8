package dev.darkroom.dialect.getimg;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.sandbox.Sandbox;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Set;

/** Returns the models, their features and their prices (providers/getimg.md §1, §7). */
@Path("/" + GetImg.NAME + "/v2/models")
@DialectEndpoint
@NonBlocking
public class ModelsResource {

    private static final Set<String> TYPES = Set.of("image", "video");

    private final GetImg dialect;
    private final AccessChecks accessChecks;

    ModelsResource(GetImg dialect, AccessChecks accessChecks) {
        this.dialect = dialect;
        this.accessChecks = accessChecks;
    }

    @GET
    public JsonResponse list(@Context RoutingContext exchange, @QueryParam("type") String type) {
        Sandbox sandbox = accessChecks.admitToAccount(RequestContext.of(exchange));
        if (type != null && !TYPES.contains(type)) {
            throw dialect.errors().invalidField("type", "Use 'image' or 'video'.");
        }
        ArrayNode models = JsonNodeFactory.instance.arrayNode();
        if (isActive(sandbox) && (type == null || type.equals(Model.TYPE))) {
            models.add(ModelJson.listed());
        }
        return JsonResponse.of(models);
    }

    @GET
    @Path("/{model}")
    public JsonResponse read(@Context RoutingContext exchange, @PathParam("model") String model) {
        Sandbox sandbox = accessChecks.admitToAccount(RequestContext.of(exchange));
        if (!model.equals(Model.ID) || !isActive(sandbox)) {
            throw dialect.errors().notFound("There is no such model.");
        }
        return JsonResponse.of(ModelJson.detailed());
    }

    private static boolean isActive(Sandbox sandbox) {
        return !sandbox.policy().inactiveModels().contains(Model.ID);
    }
}

package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.sandbox.Sandbox;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Lists the models (providers/openai.md §1). */
@Path("/" + OpenAi.NAME + "/v1/models")
@DialectEndpoint
@NonBlocking
public class ModelsResource {

    private final AccessChecks accessChecks;

    ModelsResource(AccessChecks accessChecks) {
        this.accessChecks = accessChecks;
    }

    @GET
    public JsonResponse list(@Context RoutingContext exchange) {
        Sandbox sandbox = accessChecks.admitToAccount(RequestContext.of(exchange));
        ObjectNode json = Json.object().put("object", "list");
        ArrayNode data = json.putArray("data");
        for (Model model : Model.values()) {
            if (isActive(sandbox, model)) {
                data.add(describe(model));
            }
        }
        return JsonResponse.of(json);
    }

    @GET
    @Path("/{model}")
    public JsonResponse read(@Context RoutingContext exchange, @PathParam("model") String name) {
        Sandbox sandbox = accessChecks.admitToAccount(RequestContext.of(exchange));
        Model model = Model.of(name).filter(known -> isActive(sandbox, known)).orElseThrow(() -> ErrorCode.NOT_FOUND
                .about("model", "The model '" + ErrorTexts.quoted(name) + "' does not exist")
                .toException());
        return JsonResponse.of(describe(model));
    }

    private static boolean isActive(Sandbox sandbox, Model model) {
        return !sandbox.policy().inactiveModels().contains(model.wireName());
    }

    private static ObjectNode describe(Model model) {
        return Json.object()
                .put("id", model.wireName())
                .put("object", "model")
                .put(
                        "created",
                        LocalDate.parse(model.createdOn())
                                .atStartOfDay(ZoneOffset.UTC)
                                .toEpochSecond())
                .put("owned_by", "system");
    }
}

package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.ledger.Totals;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** Returns the balance (mentioned in seeds/001; its format is in providers/aivideoapi.md §6). */
@Path("/" + AiVideoApi.NAME + "/v1/credits")
@DialectEndpoint
@NonBlocking
public class CreditsResource {

    private final AccessChecks accessChecks;

    CreditsResource(AccessChecks accessChecks) {
        this.accessChecks = accessChecks;
    }

    /** Held credits count as consumed, because the vendor charges when a task is created. */
    @GET
    public JsonResponse read(@Context RoutingContext exchange) {
        Totals credits =
                accessChecks.admitToAccount(RequestContext.of(exchange)).credits();
        ObjectNode response = Json.object().put("code", 200).put("msg", "success");
        response.putObject("data")
                .<ObjectNode>set("balance", Json.number(credits.balance()))
                .<ObjectNode>set("total_purchased", Json.number(credits.granted()))
                .set("total_consumed", Json.number(credits.held().plus(credits.captured())));
        return JsonResponse.of(response);
    }
}

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

/** Tells the balance (named in seeds/001; shape in providers/aivideoapi.md §6). */
@Path("/" + AiVideoApi.NAME + "/v1/credits")
@DialectEndpoint
@NonBlocking
public class CreditsResource {

    private final AiVideoApi dialect;
    private final AccessChecks accessChecks;

    CreditsResource(AiVideoApi dialect, AccessChecks accessChecks) {
        this.dialect = dialect;
        this.accessChecks = accessChecks;
    }

    /** Credits count as consumed from the moment they are held, for the vendor charges on create. */
    @GET
    public JsonResponse read(@Context RoutingContext exchange) {
        Totals credits =
                accessChecks.admitToCredits(RequestContext.of(exchange)).credits();
        ObjectNode answer = Json.object().put("code", 200).put("msg", "success");
        answer.putObject("data")
                .<ObjectNode>set("balance", Json.number(credits.balance()))
                .<ObjectNode>set("total_purchased", Json.number(credits.granted()))
                .set("total_consumed", Json.number(credits.held().plus(credits.captured())));
        return JsonResponse.of(answer);
    }
}

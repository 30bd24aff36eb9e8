package dev.darkroom.dialect.reapi;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.ledger.Credits;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.math.RoundingMode;

/** Returns the balance (providers/reapi.md §6). */
@Path("/" + ReApi.NAME + "/api/v1/balance")
@DialectEndpoint
@NonBlocking
public class BalanceResource {

    private final AccessChecks accessChecks;

    BalanceResource(AccessChecks accessChecks) {
        this.accessChecks = accessChecks;
    }

    /** The balance is in whole credits, rounded down. Only the control API can grant fractions of a credit. */
    @GET
    public JsonResponse read(@Context RoutingContext exchange) {
        Credits balance = accessChecks
                .admitToAccount(RequestContext.of(exchange))
                .credits()
                .balance();
        return JsonResponse.of(Json.object()
                .put(
                        "balance",
                        balance.toBigDecimal().setScale(0, RoundingMode.FLOOR).longValueExact()));
    }
}

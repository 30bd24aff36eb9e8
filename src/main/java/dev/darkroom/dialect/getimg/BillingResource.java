package dev.darkroom.dialect.getimg;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.sandbox.Sandbox;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;

/** Returns the balance and the costs (providers/getimg.md §1). */
@Path("/" + GetImg.NAME + "/v2/billing")
@DialectEndpoint
@NonBlocking
public class BillingResource {

    private final GetImg dialect;
    private final AccessChecks accessChecks;

    BillingResource(GetImg dialect, AccessChecks accessChecks) {
        this.dialect = dialect;
        this.accessChecks = accessChecks;
    }

    /** The available credits, without those that are held for generations in progress. */
    @GET
    @Path("/balance")
    public JsonResponse balance(@Context RoutingContext exchange) {
        Sandbox sandbox = accessChecks.admitToAccount(RequestContext.of(exchange));
        return JsonResponse.of(Json.object()
                .put("balance", Dollars.text(sandbox.credits().balance()))
                .put("currency", Dollars.CURRENCY));
    }

    /** The captured credits by day. Held credits are not costs yet, and refunded ones never are. */
    @GET
    @Path("/costs")
    public JsonResponse costs(
            @Context RoutingContext exchange, @QueryParam("start") String start, @QueryParam("end") String end) {
        Sandbox sandbox = accessChecks.admitToAccount(RequestContext.of(exchange));
        CostRange range = new CostRange(time("start", start), time("end", end));
        range.error().ifPresent(hint -> {
            throw dialect.errors().invalidField("end", hint);
        });
        DailyCosts costs = DailyCosts.of(sandbox.ledgerEntries(Integer.MAX_VALUE), range);
        ObjectNode response = Json.object().put("currency", Dollars.CURRENCY);
        ArrayNode data = response.putArray("data");
        costs.byDay().forEach((day, cost) -> data.addObject()
                .<ObjectNode>set("cost", Json.number(cost))
                .put("date", day.toString()));
        return JsonResponse.of(response.put("start", Times.text(range.start()))
                .put("end", Times.text(range.end()))
                .<ObjectNode>set("total_cost", Json.number(costs.total())));
    }

    private Instant time(String name, String text) {
        if (text == null) {
            throw dialect.errors().missingField(name);
        }
        return CostRange.time(text).orElseThrow(() -> dialect.errors()
                .invalidField(name, "It must be an ISO 8601 date and time with a time zone."));
    }
}

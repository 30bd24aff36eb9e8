package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** Returns the balance (providers/aigenerate.md §4). */
@Path("/" + AiGenerate.NAME + "/api/v1/chat/credit")
@DialectEndpoint
@NonBlocking
public class CreditResource {

    private final Envelope envelope;
    private final AccessChecks accessChecks;

    CreditResource(Envelope envelope, AccessChecks accessChecks) {
        this.envelope = envelope;
        this.accessChecks = accessChecks;
    }

    @GET
    public JsonResponse read(@Context RoutingContext exchange) {
        return new JsonResponse(envelope.success(Json.number(accessChecks
                .admitToAccount(RequestContext.of(exchange))
                .credits()
                .balance())));
    }
}

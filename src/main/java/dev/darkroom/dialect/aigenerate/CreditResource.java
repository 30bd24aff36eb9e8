package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** Tells the balance (providers/aigenerate.md §4). */
@Path("/" + AiGenerate.NAME + "/api/v1/chat/credit")
@DialectEndpoint
@NonBlocking
public class CreditResource {

    private final AiGenerate dialect;
    private final Envelope envelope;
    private final AccessChecks gate;

    CreditResource(AiGenerate dialect, Envelope envelope, AccessChecks gate) {
        this.dialect = dialect;
        this.envelope = envelope;
        this.gate = gate;
    }

    @GET
    public JsonResponse read(@HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        return new JsonResponse(envelope.success(Json.number(
                gate.admitToCredits(dialect, authorization).credits().balance())));
    }
}

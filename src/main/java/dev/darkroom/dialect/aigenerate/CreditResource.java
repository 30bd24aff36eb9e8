package dev.darkroom.dialect.aigenerate;

import dev.darkroom.dialect.FrontDoor;
import dev.darkroom.dialect.Gate;
import dev.darkroom.dialect.Json;
import dev.darkroom.dialect.JsonAnswer;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** Tells the balance (providers/aigenerate.md §4). */
@Path("/" + AiGenerate.NAME + "/api/v1/chat/credit")
@FrontDoor
@NonBlocking
public class CreditResource {

    private final AiGenerate dialect;
    private final Envelope envelope;
    private final Gate gate;

    CreditResource(AiGenerate dialect, Envelope envelope, Gate gate) {
        this.dialect = dialect;
        this.envelope = envelope;
        this.gate = gate;
    }

    @GET
    public JsonAnswer read(@HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        return new JsonAnswer(envelope.success(Json.number(
                gate.admitToCredits(dialect, authorization).credits().balance())));
    }
}

package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.ledger.Totals;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** Tells the balance (named in seeds/001; shape in providers/aivideoapi.md §6). */
@Path("/" + AiVideoApi.NAME + "/v1/credits")
@DialectEndpoint
@NonBlocking
public class CreditsResource {

    private final AiVideoApi dialect;
    private final AccessChecks gate;

    CreditsResource(AiVideoApi dialect, AccessChecks gate) {
        this.dialect = dialect;
        this.gate = gate;
    }

    /** Credits count as consumed from the moment they are held, for the vendor charges on create. */
    @GET
    public JsonResponse read(@HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        Totals credits = gate.admitToCredits(dialect, authorization).credits();
        ObjectNode answer = Json.object().put("code", 200).put("msg", "success");
        answer.putObject("data")
                .<ObjectNode>set("balance", Json.number(credits.balance()))
                .<ObjectNode>set("total_purchased", Json.number(credits.granted()))
                .set("total_consumed", Json.number(credits.held().plus(credits.captured())));
        return JsonResponse.of(answer);
    }
}

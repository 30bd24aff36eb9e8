package dev.darkroom.dialect.reapi;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.ledger.Credits;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.RoundingMode;
import java.util.List;

/** Tells the balance (providers/reapi.md §6). */
@Path("/" + ReApi.NAME + "/api/v1/balance")
@DialectEndpoint
@NonBlocking
public class BalanceResource {

    private final ReApi dialect;
    private final AccessChecks gate;

    BalanceResource(ReApi dialect, AccessChecks gate) {
        this.dialect = dialect;
        this.gate = gate;
    }

    /** In whole credits; a part of one, which only the control API can grant, is not shown. */
    @GET
    public JsonResponse read(@HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        Credits balance = gate.admitToCredits(dialect, authorization).credits().balance();
        return JsonResponse.of(Json.object()
                .put(
                        "balance",
                        balance.toBigDecimal().setScale(0, RoundingMode.FLOOR).longValueExact()));
    }
}

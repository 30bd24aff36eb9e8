package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.http.json.Json;
import dev.darkroom.ledger.Credits;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.RoundingMode;

/** Creates a task (seeds/003: the example). */
@Path("/" + AiGenerate.NAME + "/api/v1/jobs/createTask")
@DialectEndpoint
@NonBlocking
public class CreateTaskResource {

    /** The charged credits (providers/aigenerate.md §1); the two decimals are inferred from the price list. */
    private static final String CHARGED = "X-AI-Credits-Charged";

    private static final int DECIMALS = 2;

    private final CreateTaskReader reader;
    private final TaskSubmission submission;
    private final Envelope envelope;

    CreateTaskResource(CreateTaskReader reader, TaskSubmission submission, Envelope envelope) {
        this.reader = reader;
        this.submission = submission;
        this.envelope = envelope;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response create(@Context RoutingContext exchange) {
        TaskSubmission.Submitted submitted = submission.submit(RequestContext.of(exchange), reader);
        Credits charged = submitted.isNew() ? submitted.task().spec().price() : Credits.ZERO;
        byte[] response = envelope.success(Json.object().put("taskId", JobId.of(submitted.task())));
        return Response.ok(response, MediaType.APPLICATION_JSON_TYPE)
                .header(
                        CHARGED,
                        charged.toBigDecimal()
                                .setScale(DECIMALS, RoundingMode.HALF_UP)
                                .toPlainString())
                .build();
    }
}

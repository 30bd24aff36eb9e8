package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.http.json.Json;
import dev.darkroom.ledger.Credits;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.RoundingMode;
import java.util.List;

/** Creates a task (seeds/003: the example). */
@Path("/" + AiGenerate.NAME + "/api/v1/jobs/createTask")
@DialectEndpoint
@NonBlocking
public class CreateTaskResource {

    /** What is told of a charge (providers/aigenerate.md §1); that it has two decimals is inferred from the price list. */
    private static final String CHARGED = "X-AI-Credits-Charged";

    private static final int DECIMALS = 2;

    private final AiGenerate dialect;
    private final CreateTaskReader reader;
    private final TaskSubmission intake;
    private final Envelope envelope;

    CreateTaskResource(AiGenerate dialect, CreateTaskReader reader, TaskSubmission intake, Envelope envelope) {
        this.dialect = dialect;
        this.reader = reader;
        this.intake = intake;
        this.envelope = envelope;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            byte[] json) {
        TaskSubmission.Taken taken = intake.take(dialect, reader, authorization, contentType, json);
        Credits charged = taken.isNew() ? taken.task().spec().price() : Credits.ZERO;
        byte[] body = envelope.success(Json.object().put("taskId", JobId.of(taken.task())));
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header(
                        CHARGED,
                        charged.toBigDecimal()
                                .setScale(DECIMALS, RoundingMode.HALF_UP)
                                .toPlainString())
                .build();
    }
}

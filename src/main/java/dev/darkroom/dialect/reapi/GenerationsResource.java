package dev.darkroom.dialect.reapi;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.http.json.JsonResponse;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Takes a submit (seeds/002: Submit a generation). */
@Path("/" + ReApi.NAME + "/api/v1/images/generations")
@DialectEndpoint
@NonBlocking
public class GenerationsResource {

    private static final String NO_IDEMPOTENCY =
            "`Idempotency-Key` is taken and ignored: each successful POST is a new task and a new charge";

    private final ReApi dialect;
    private final GenerationRequestReader reader;
    private final TaskSubmission intake;
    private final FaultInjector injections;

    GenerationsResource(
            ReApi dialect, GenerationRequestReader reader, TaskSubmission intake, FaultInjector injections) {
        this.dialect = dialect;
        this.reader = reader;
        this.intake = intake;
        this.injections = injections;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public JsonResponse submit(
            @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            byte[] json) {
        if (idempotencyKey != null) {
            injections.call().warn(List.of(NO_IDEMPOTENCY));
        }
        return new JsonResponse(TaskJson.submitted(
                intake.take(dialect, reader, authorization, contentType, json).task()));
    }
}

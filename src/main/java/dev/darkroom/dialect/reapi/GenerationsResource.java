package dev.darkroom.dialect.reapi;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.http.json.JsonResponse;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Creates a task (seeds/002: Submit a generation). */
@Path("/" + ReApi.NAME + "/api/v1/images/generations")
@DialectEndpoint
@NonBlocking
public class GenerationsResource {

    private final GenerationRequestReader reader;
    private final TaskSubmission submission;

    GenerationsResource(GenerationRequestReader reader, TaskSubmission submission) {
        this.reader = reader;
        this.submission = submission;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public JsonResponse submit(@Context RoutingContext exchange) {
        return new JsonResponse(TaskJson.submitted(
                submission.submit(RequestContext.of(exchange), reader).task()));
    }
}

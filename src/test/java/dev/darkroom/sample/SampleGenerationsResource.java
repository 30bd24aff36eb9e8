package dev.darkroom.sample;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.task.TaskView;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Creates a task from JSON or from a form. */
@Path(SampleGenerationsResource.PATH)
@DialectEndpoint
@NonBlocking
@IfBuildProperty(name = SampleDialect.ENABLED, stringValue = "true")
public class SampleGenerationsResource {

    static final String PATH = "/" + SampleDialect.NAME + "/v1/images/generations";

    private final SampleGenerationReader reader;
    private final TaskSubmission submission;

    SampleGenerationsResource(SampleGenerationReader reader, TaskSubmission submission) {
        this.reader = reader;
        this.submission = submission;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public JsonResponse create(@Context RoutingContext exchange) {
        TaskView task = submission.submit(RequestContext.of(exchange), reader).task();
        return JsonResponse.of(Json.object()
                .put("id", task.id().toString())
                .put("references", task.spec().references().count()));
    }
}

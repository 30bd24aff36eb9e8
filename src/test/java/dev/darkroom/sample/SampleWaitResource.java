package dev.darkroom.sample;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.SynchronousGeneration;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.chaos.fault.ProxyTimeout;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;

/** Responds when the task has ended. The vendor has a proxy in front of this operation, which waits for 30 seconds. */
@Path(SampleWaitResource.PATH)
@DialectEndpoint
@NonBlocking
@IfBuildProperty(name = SampleDialect.ENABLED, stringValue = "true")
public class SampleWaitResource {

    static final String PATH = SampleGenerationsResource.PATH + "/wait";

    private static final ProxyTimeout PROXY = new ProxyTimeout(504, Duration.ofSeconds(30));

    private final SampleGenerationReader reader;
    private final TaskSubmission submission;
    private final SynchronousGeneration generation;

    SampleWaitResource(SampleGenerationReader reader, TaskSubmission submission, SynchronousGeneration generation) {
        this.reader = reader;
        this.submission = submission;
        this.generation = generation;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<JsonResponse> create(@Context RoutingContext exchange) {
        RequestContext request = RequestContext.of(exchange);
        TaskView created = submission.submit(request, reader).task();
        return generation.await(request, created, new Responses(request), Optional.of(PROXY));
    }

    private record Responses(RequestContext request) implements SynchronousGeneration.Responses<JsonResponse> {

        @Override
        public JsonResponse completed(TaskView task) {
            return JsonResponse.of(Json.object().put("id", task.id().toString()));
        }

        @Override
        public JsonResponse failed(TaskView task, Outcome.Fails outcome) {
            throw request.dialect().errors().forStatus(500, outcome.message());
        }

        @Override
        public ApiException lost() {
            return request.dialect().errors().forStatus(500, "The task was lost.");
        }
    }
}

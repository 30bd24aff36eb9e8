package dev.darkroom.sample;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskIds;
import dev.darkroom.api.TaskPolling;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.UUID;

/** Reports that a task is unknown, without a body. */
@Path("/" + SampleDialect.NAME + "/v1/tasks/{id}")
@DialectEndpoint
@NonBlocking
@IfBuildProperty(name = SampleDialect.ENABLED, stringValue = "true")
public class SampleTaskResource {

    private final AccessChecks accessChecks;

    SampleTaskResource(AccessChecks accessChecks) {
        this.accessChecks = accessChecks;
    }

    @GET
    public JsonResponse read(@PathParam("id") String id, @Context RoutingContext exchange) {
        RequestContext request = RequestContext.of(exchange);
        Optional<UUID> taskId = TaskIds.parse(id);
        accessChecks.admitToTask(request, taskId);
        return JsonResponse.of(
                Json.object().put("id", TaskPolling.poll(request, taskId).id().toString()));
    }
}

package dev.darkroom.dialect.reapi;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.ImageUrls;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskPolling;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.PublicId;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.UUID;

/** Returns a task (seeds/002: Poll the result). */
@Path("/" + ReApi.NAME + "/api/v1/tasks/{id}")
@DialectEndpoint
@NonBlocking
public class TaskResource {

    private final AccessChecks accessChecks;
    private final ImageUrls imageUrls;

    TaskResource(AccessChecks accessChecks, ImageUrls imageUrls) {
        this.accessChecks = accessChecks;
        this.imageUrls = imageUrls;
    }

    @GET
    public JsonResponse read(@PathParam("id") String id, @Context RoutingContext exchange) {
        RequestContext request = RequestContext.of(exchange);
        Optional<UUID> publicId = ReApiTaskIds.parse(id);
        Sandbox sandbox = accessChecks.admitToTask(request, publicId.map(PublicId::id));
        TaskView task = TaskPolling.poll(request, publicId.flatMap(sandbox::taskIdOf));
        return new JsonResponse(TaskJson.write(task, imageUrls.base(RequestContext.of(exchange))));
    }
}

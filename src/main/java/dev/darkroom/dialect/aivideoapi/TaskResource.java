package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.ImageUrls;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskIds;
import dev.darkroom.api.TaskPolling;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.UUID;

/** Returns a task (seeds/001: Query Task). */
@Path("/" + AiVideoApi.NAME + "/v1/tasks/{id}")
@DialectEndpoint
@NonBlocking
public class TaskResource {

    /** Where a client may look for the logs of tasks, instead of an id. */
    static final String LOGS = "logs";

    private final AccessChecks accessChecks;
    private final ImageUrls imageUrls;

    TaskResource(AccessChecks accessChecks, ImageUrls imageUrls) {
        this.accessChecks = accessChecks;
        this.imageUrls = imageUrls;
    }

    @GET
    public JsonResponse read(@PathParam("id") String id, @Context RoutingContext exchange) {
        if (id.equals(LOGS)) {
            throw new NotFoundException();
        }
        RequestContext request = RequestContext.of(exchange);
        Optional<UUID> taskId = TaskIds.parse(id);
        accessChecks.admitToTask(request, taskId);
        TaskView task = TaskPolling.poll(request, taskId);
        return new JsonResponse(TaskJson.write(task, imageUrls.base(RequestContext.of(exchange))));
    }
}

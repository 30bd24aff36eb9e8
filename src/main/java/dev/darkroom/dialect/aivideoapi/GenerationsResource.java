package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Creates a task (seeds/001: Create Task). */
@Path("/" + AiVideoApi.NAME + "/v1/images/generations")
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
    public JsonResponse create(@Context RoutingContext exchange) {
        TaskView task = submission.submit(RequestContext.of(exchange), reader).task();
        ObjectNode response = Json.object().put("code", 200).put("msg", "success");
        response.putObject("data").put("taskId", task.id().toString());
        return JsonResponse.of(response);
    }
}

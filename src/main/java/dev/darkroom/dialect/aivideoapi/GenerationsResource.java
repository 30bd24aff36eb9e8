package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Creates a task (seeds/001: Create Task). */
@Path("/" + AiVideoApi.NAME + "/v1/images/generations")
@DialectEndpoint
@NonBlocking
public class GenerationsResource {

    private final AiVideoApi dialect;
    private final GenerationRequestReader reader;
    private final TaskSubmission intake;

    GenerationsResource(AiVideoApi dialect, GenerationRequestReader reader, TaskSubmission intake) {
        this.dialect = dialect;
        this.reader = reader;
        this.intake = intake;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public JsonResponse create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            byte[] json) {
        TaskView task =
                intake.take(dialect, reader, authorization, contentType, json).task();
        ObjectNode answer = Json.object().put("code", 200).put("msg", "success");
        answer.putObject("data").put("taskId", task.id().toString());
        return JsonResponse.of(answer);
    }
}

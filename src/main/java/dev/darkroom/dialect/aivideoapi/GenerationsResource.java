package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.dialect.ContentTypes;
import dev.darkroom.dialect.Json;
import dev.darkroom.dialect.PublicUrl;
import dev.darkroom.dialect.UnknownFields;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.Acceptance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Creates a task (seeds/001: Create Task). */
@Path("/" + AiVideoApi.NAME + "/v1/images/generations")
@NonBlocking
public class GenerationsResource {

    private final Callers callers;
    private final GenerationRequestReader reader;
    private final AiVideoApiConfig config;
    private final PublicUrl publicUrl;

    GenerationsResource(Callers callers, GenerationRequestReader reader, AiVideoApiConfig config, PublicUrl publicUrl) {
        this.callers = callers;
        this.reader = reader;
        this.config = config;
        this.publicUrl = publicUrl;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response create(@Context HttpHeaders headers, byte[] body) {
        Sandbox sandbox = callers.sandbox(headers);
        if (!ContentTypes.isJson(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            throw ApiError.invalid("The 'Content-Type' header must be 'application/json'.");
        }
        GenerationRequest request = reader.read(body);
        Acceptance acceptance = sandbox.accept(request.toSpec(config.prices(), publicUrl.ofDoor()));
        if (acceptance instanceof Acceptance.Accepted accepted) {
            return created(accepted.task().id(), request);
        }
        throw refusal(acceptance).withWarnings(request.warnings());
    }

    private static ApiError refusal(Acceptance acceptance) {
        return acceptance instanceof Acceptance.TooManyUnfinished full
                ? ApiError.tooMuchToDo("This sandbox has " + full.limit() + " unfinished tasks.")
                : ApiError.insufficientCredits();
    }

    private static Response created(UUID taskId, GenerationRequest request) {
        ObjectNode answer = Json.object().put("code", 200).put("msg", "success");
        answer.putObject("data").put("taskId", taskId.toString());
        Response.ResponseBuilder response = Response.ok(Json.write(answer), MediaType.APPLICATION_JSON_TYPE);
        request.warnings().forEach(warning -> response.header(UnknownFields.HEADER, warning));
        return response.build();
    }
}

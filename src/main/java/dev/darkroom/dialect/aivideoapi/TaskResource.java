package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.chaos.Operation;
import dev.darkroom.dialect.JsonAnswer;
import dev.darkroom.dialect.PublicUrl;
import dev.darkroom.dialect.TaskIds;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** Tells how a task stands (seeds/001: Query Task). */
@Path("/" + AiVideoApi.NAME + "/v1/tasks/{id}")
@NonBlocking
public class TaskResource {

    private final Gate gate;
    private final PublicUrl publicUrl;

    TaskResource(Gate gate, PublicUrl publicUrl) {
        this.gate = gate;
        this.publicUrl = publicUrl;
    }

    @GET
    public JsonAnswer read(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        Sandbox sandbox = gate.admit(authorization, Operation.POLL);
        TaskView task = TaskIds.parse(id).flatMap(sandbox::poll).orElseThrow(ApiError::taskNotFound);
        return new JsonAnswer(TaskJson.write(task, sandbox.tag(), publicUrl.ofDoor()));
    }
}

package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.dialect.PublicUrl;
import dev.darkroom.dialect.TaskIds;
import dev.darkroom.sandbox.Operation;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Tells how a task stands (seeds/001: Query Task). */
@Path("/" + AiVideoApi.NAME + "/v1/tasks/{id}")
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {

    private final Gate gate;
    private final PublicUrl publicUrl;

    TaskResource(Gate gate, PublicUrl publicUrl) {
        this.gate = gate;
        this.publicUrl = publicUrl;
    }

    @GET
    public byte[] read(@PathParam("id") String id, @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        Sandbox sandbox = gate.admit(authorization, Operation.POLL);
        TaskView task = TaskIds.parse(id).flatMap(sandbox::poll).orElseThrow(ApiError::taskNotFound);
        return TaskJson.write(task, sandbox.tag(), publicUrl.ofDoor());
    }
}

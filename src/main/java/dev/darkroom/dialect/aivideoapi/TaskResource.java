package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.dialect.FrontDoor;
import dev.darkroom.dialect.Gate;
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
import java.util.Optional;
import java.util.UUID;

/** Tells how a task stands (seeds/001: Query Task). */
@Path("/" + AiVideoApi.NAME + "/v1/tasks/{id}")
@FrontDoor
@NonBlocking
public class TaskResource {

    private final AiVideoApi dialect;
    private final Gate gate;
    private final PublicUrl publicUrl;

    TaskResource(AiVideoApi dialect, Gate gate, PublicUrl publicUrl) {
        this.dialect = dialect;
        this.gate = gate;
        this.publicUrl = publicUrl;
    }

    @GET
    public JsonAnswer read(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        Optional<UUID> taskId = TaskIds.parse(id);
        Sandbox sandbox = gate.admitToTask(dialect, authorization, taskId);
        TaskView task = gate.poll(dialect, sandbox, taskId);
        return new JsonAnswer(TaskJson.write(task, publicUrl.ofDoor()));
    }
}

package dev.darkroom.dialect.reapi;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.http.PublicUrl;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.PublicId;
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

/** Tells how a task stands (seeds/002: Poll the result). */
@Path("/" + ReApi.NAME + "/api/v1/tasks/{id}")
@DialectEndpoint
@NonBlocking
public class TaskResource {

    private final ReApi dialect;
    private final AccessChecks gate;
    private final PublicUrl publicUrl;

    TaskResource(ReApi dialect, AccessChecks gate, PublicUrl publicUrl) {
        this.dialect = dialect;
        this.gate = gate;
        this.publicUrl = publicUrl;
    }

    @GET
    public JsonResponse read(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        Optional<UUID> publicId = ReApiTaskIds.parse(id);
        Sandbox sandbox = gate.admitToTask(dialect, authorization, publicId.map(PublicId::id));
        TaskView task = gate.poll(dialect, sandbox, publicId.flatMap(sandbox::taskOf));
        return new JsonResponse(TaskJson.write(task, publicUrl.dialectUrl()));
    }
}

package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.http.PublicUrl;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells how a task stands (providers/aigenerate.md §3). */
@Path("/" + AiGenerate.NAME + "/api/v1/jobs/recordInfo")
@DialectEndpoint
@NonBlocking
public class RecordInfoResource {

    private static final String TASK_ID = "taskId";

    private final AiGenerate dialect;
    private final Records records;
    private final AccessChecks gate;
    private final PublicUrl publicUrl;

    RecordInfoResource(AiGenerate dialect, Records records, AccessChecks gate, PublicUrl publicUrl) {
        this.dialect = dialect;
        this.records = records;
        this.gate = gate;
        this.publicUrl = publicUrl;
    }

    @GET
    public JsonResponse read(
            @QueryParam(TASK_ID) String id, @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        Optional<String> asked = Optional.ofNullable(id).filter(text -> !text.isEmpty());
        Optional<UUID> taskId = asked.flatMap(JobId::read);
        Sandbox sandbox = gate.admitToTask(dialect, authorization, taskId);
        if (asked.isEmpty()) {
            throw dialect.errors().missingField(TASK_ID);
        }
        TaskView task = gate.poll(dialect, sandbox, taskId);
        return new JsonResponse(records.write(task, sandbox.now(), publicUrl.dialectUrl()));
    }
}

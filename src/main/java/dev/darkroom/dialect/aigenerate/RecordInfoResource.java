package dev.darkroom.dialect.aigenerate;

import dev.darkroom.dialect.FrontDoor;
import dev.darkroom.dialect.Gate;
import dev.darkroom.dialect.JsonAnswer;
import dev.darkroom.dialect.PublicUrl;
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
@FrontDoor
@NonBlocking
public class RecordInfoResource {

    private static final String TASK_ID = "taskId";

    private final AiGenerate dialect;
    private final Records records;
    private final Gate gate;
    private final PublicUrl publicUrl;

    RecordInfoResource(AiGenerate dialect, Records records, Gate gate, PublicUrl publicUrl) {
        this.dialect = dialect;
        this.records = records;
        this.gate = gate;
        this.publicUrl = publicUrl;
    }

    @GET
    public JsonAnswer read(
            @QueryParam(TASK_ID) String id, @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization) {
        Optional<String> asked = Optional.ofNullable(id).filter(text -> !text.isEmpty());
        Optional<UUID> taskId = asked.flatMap(JobId::read);
        Sandbox sandbox = gate.admitToTask(dialect, authorization, taskId);
        if (asked.isEmpty()) {
            throw dialect.refusals().missingField(TASK_ID);
        }
        TaskView task = gate.poll(dialect, sandbox, taskId);
        return new JsonAnswer(records.write(task, sandbox.now(), publicUrl.ofDoor()));
    }
}

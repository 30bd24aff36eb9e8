package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.AccessChecks;
import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskPolling;
import dev.darkroom.http.PublicUrl;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.UUID;

/** Returns the record of a task (providers/aigenerate.md §3). */
@Path("/" + AiGenerate.NAME + "/api/v1/jobs/recordInfo")
@DialectEndpoint
@NonBlocking
public class RecordInfoResource {

    private static final String TASK_ID = "taskId";

    private final AiGenerate dialect;
    private final Records records;
    private final AccessChecks accessChecks;
    private final PublicUrl publicUrl;

    RecordInfoResource(AiGenerate dialect, Records records, AccessChecks accessChecks, PublicUrl publicUrl) {
        this.dialect = dialect;
        this.records = records;
        this.accessChecks = accessChecks;
        this.publicUrl = publicUrl;
    }

    @GET
    public JsonResponse read(@QueryParam(TASK_ID) String taskId, @Context RoutingContext exchange) {
        RequestContext request = RequestContext.of(exchange);
        Optional<String> givenId = Optional.ofNullable(taskId).filter(text -> !text.isEmpty());
        Optional<UUID> id = givenId.flatMap(JobId::parse);
        Sandbox sandbox = accessChecks.admitToTask(request, id);
        if (givenId.isEmpty()) {
            throw dialect.errors().missingField(TASK_ID);
        }
        TaskView task = TaskPolling.poll(request, id);
        return new JsonResponse(records.write(task, sandbox.now(), publicUrl.dialectUrl(exchange)));
    }
}

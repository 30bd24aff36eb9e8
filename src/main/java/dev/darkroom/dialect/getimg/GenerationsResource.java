package dev.darkroom.dialect.getimg;

import dev.darkroom.api.DialectEndpoint;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskCompletion;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Has a picture made, and answers when it is there (seeds/004: How GPT Image 2 API works). */
@Path("/" + GetImg.NAME + "/v2/images/generations")
@DialectEndpoint
@NonBlocking
public class GenerationsResource {

    private final GetImg dialect;
    private final GetImgConfig config;
    private final GenerationReader reader;
    private final TaskSubmission intake;
    private final TaskCompletion development;
    private final FaultInjector injections;

    GenerationsResource(
            GetImg dialect,
            GetImgConfig config,
            GenerationReader reader,
            TaskSubmission intake,
            TaskCompletion development,
            FaultInjector injections) {
        this.dialect = dialect;
        this.config = config;
        this.reader = reader;
        this.intake = intake;
        this.development = development;
        this.injections = injections;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<JsonResponse> generate(
            @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            byte[] json) {
        RequestContext call = injections.call();
        TaskSubmission.Taken taken = intake.take(dialect, reader, authorization, contentType, json);
        String tag = taken.sandbox().tag();
        return development
                .of(taken.sandbox(), taken.task().id())
                .map(task -> answer(task.orElseThrow(this::forgotten), tag, call));
    }

    /** A task that failed is told of as a request that was refused: with its status, and nothing to pay. */
    private JsonResponse answer(TaskView task, String sandboxTag, RequestContext call) {
        call.setReportedTask(task);
        if (task.status() == TaskStatus.FAILED) {
            throw dialect.errors().failed((Outcome.Fails) task.plan().outcome());
        }
        return JsonResponse.of(GenerationJson.of(task, sandboxTag, config.urlExpiry()));
    }

    /** Its sandbox was reset. */
    private ApiException forgotten() {
        return dialect.errors().forStatus(500, "The generation was lost before it was finished.");
    }
}

package dev.darkroom.dialect.getimg;

import dev.darkroom.dialect.ApiError;
import dev.darkroom.dialect.Call;
import dev.darkroom.dialect.Development;
import dev.darkroom.dialect.FrontDoor;
import dev.darkroom.dialect.Injections;
import dev.darkroom.dialect.Intake;
import dev.darkroom.dialect.JsonAnswer;
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
@FrontDoor
@NonBlocking
public class GenerationsResource {

    private final GetImg dialect;
    private final GetImgConfig config;
    private final GenerationReader reader;
    private final Intake intake;
    private final Development development;
    private final Injections injections;

    GenerationsResource(
            GetImg dialect,
            GetImgConfig config,
            GenerationReader reader,
            Intake intake,
            Development development,
            Injections injections) {
        this.dialect = dialect;
        this.config = config;
        this.reader = reader;
        this.intake = intake;
        this.development = development;
        this.injections = injections;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<JsonAnswer> generate(
            @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            byte[] json) {
        Call call = injections.call();
        Intake.Taken taken = intake.take(dialect, reader, authorization, contentType, json);
        String tag = taken.sandbox().tag();
        return development
                .of(taken.sandbox(), taken.task().id())
                .map(task -> answer(task.orElseThrow(this::forgotten), tag, call));
    }

    /** A task that failed is told of as a request that was refused: with its status, and nothing to pay. */
    private JsonAnswer answer(TaskView task, String sandboxTag, Call call) {
        call.tells(task);
        if (task.status() == TaskStatus.FAILED) {
            throw dialect.refusals().failed((Outcome.Fails) task.plan().outcome());
        }
        return JsonAnswer.of(GenerationJson.of(task, sandboxTag, config.urlExpiry()));
    }

    /** Its sandbox was reset. */
    private ApiError forgotten() {
        return dialect.refusals().ofStatus(500, "The generation was lost before it was finished.");
    }
}

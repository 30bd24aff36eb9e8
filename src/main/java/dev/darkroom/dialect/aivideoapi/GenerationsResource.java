package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.chaos.Operation;
import dev.darkroom.dialect.Call;
import dev.darkroom.dialect.Check;
import dev.darkroom.dialect.FrontDoor;
import dev.darkroom.dialect.Injections;
import dev.darkroom.dialect.Json;
import dev.darkroom.dialect.JsonAnswer;
import dev.darkroom.dialect.PublicUrl;
import dev.darkroom.dialect.Triggered;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Wish;
import dev.darkroom.task.Acceptance;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;

/** Creates a task (seeds/001: Create Task). */
@Path("/" + AiVideoApi.NAME + "/v1/images/generations")
@FrontDoor
@NonBlocking
public class GenerationsResource {

    private final Gate gate;
    private final GenerationRequestReader reader;
    private final AiVideoApiConfig config;
    private final ImageSpecs images;
    private final ReferenceReader references;
    private final PublicUrl publicUrl;
    private final AiVideoApi dialect;
    private final Injections injections;

    GenerationsResource(
            Gate gate,
            GenerationRequestReader reader,
            AiVideoApiConfig config,
            ImageSpecs images,
            ReferenceReader references,
            PublicUrl publicUrl,
            AiVideoApi dialect,
            Injections injections) {
        this.gate = gate;
        this.reader = reader;
        this.config = config;
        this.images = images;
        this.references = references;
        this.publicUrl = publicUrl;
        this.dialect = dialect;
        this.injections = injections;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public JsonAnswer create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            byte[] json) {
        Call call = injections.call();
        call.sent(json);
        Sandbox sandbox = gate.sandbox(authorization, Operation.CREATE);
        Creation creation = new Creation(gate, reader, sandbox, contentType, json, injections);
        GenerationRequest request = creation.pass(config.checks());
        Triggered triggered = request.triggers(sandbox.key(), dialect);
        call.warn(triggered.warnings());
        triggered.answer().ifPresent(injections::plant);
        return created(accept(request, sandbox, triggered.wish(), call));
    }

    private TaskView accept(GenerationRequest request, Sandbox sandbox, Wish wish, Call call) {
        TaskSpec spec = request.toSpec(config.prices(), images, references, publicUrl.ofDoor());
        Acceptance acceptance = sandbox.accept(spec, wish);
        if (acceptance instanceof Acceptance.Accepted accepted) {
            call.takes(accepted, sandbox);
            return accepted.task();
        }
        if (acceptance instanceof Acceptance.Refused refused) {
            throw refusal(refused.reasons());
        }
        throw acceptance instanceof Acceptance.NoRoom full
                ? ApiError.tooMuchToDo(
                        "All tasks together take " + full.bytes() + " bytes; see darkroom.limits.memory.")
                : tooManyUnfinished((Acceptance.TooManyUnfinished) acceptance);
    }

    /** Of several reasons, the one that is checked first. */
    private ApiError refusal(List<Refusal> reasons) {
        return reasons.stream()
                .min(Comparator.comparing(reason -> config.checks().indexOf(check(reason))))
                .map(GenerationsResource::error)
                .orElseThrow();
    }

    private static ApiError tooManyUnfinished(Acceptance.TooManyUnfinished full) {
        return ApiError.tooMuchToDo("This sandbox has " + full.limit() + " unfinished tasks.");
    }

    private static Check check(Refusal reason) {
        return reason instanceof Refusal.OverSpendLimit ? Check.SPEND : Check.BALANCE;
    }

    private static ApiError error(Refusal reason) {
        return reason instanceof Refusal.OverSpendLimit over
                ? ApiError.spendLimitExceeded(over)
                : ApiError.insufficientCredits();
    }

    private static JsonAnswer created(TaskView task) {
        ObjectNode answer = Json.object().put("code", 200).put("msg", "success");
        answer.putObject("data").put("taskId", task.id().toString());
        return JsonAnswer.of(answer);
    }
}

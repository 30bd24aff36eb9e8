package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.json.Json;
import dev.darkroom.image.ImageFile;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import java.util.Map;
import java.util.Optional;

/** A response and its only output item (providers/openai.md §11.2). */
final class ResponseJson {

    /** The code of the failure of a response that its client has cancelled. */
    static final String CANCELLED = "cancelled";

    private final RequestContext request;
    private final OpenAiErrors errors;
    private final TaskView task;
    private final StoredResponse stored;

    ResponseJson(RequestContext request, OpenAiErrors errors, TaskView task) {
        this.request = request;
        this.errors = errors;
        this.task = task;
        this.stored = StoredResponse.of(task);
    }

    /** The response as it was before the task ended. */
    ObjectNode unfinished() {
        ObjectNode json = head();
        return task.status().isFinished()
                ? json.put("status", "in_progress")
                        .putNull("error")
                        .putNull("usage")
                        .without("completed_at")
                : json;
    }

    /** The response of a task that has not ended, or has failed. */
    ObjectNode withoutImage() {
        ObjectNode json = head();
        failedItem().ifPresent(item -> json.withArray("output").add(item));
        return json;
    }

    /** @param image empty if a fault removes the image */
    ObjectNode withImage(Optional<ImageFile> image) {
        ObjectNode json = head();
        image.ifPresent(file -> json.withArray("output").add(completedItem(file)));
        return json;
    }

    /** The output item while the image is generated. */
    ObjectNode startedItem() {
        return item("in_progress");
    }

    ObjectNode completedItem(ImageFile image) {
        ImageSpec spec = task.spec().image();
        return item("completed")
                .put("result", image.bytes())
                .put("action", stored.isEdit() ? "edit" : "generate")
                .put("background", background(spec))
                .put("output_format", Format.of(spec.output().format()).wireName())
                .put("quality", spec.resolution())
                .put("size", spec.size().toString())
                .put("revised_prompt", task.spec().prompt());
    }

    /** Empty unless the task has failed. A cancelled response has no item. */
    Optional<ObjectNode> failedItem() {
        return failure().filter(failed -> !failed.code().equals(CANCELLED)).map(failed -> {
            ObjectNode item = item("failed");
            item.set("error", error().toJson());
            return item;
        });
    }

    private ObjectNode item(String status) {
        return Json.object()
                .put("id", PublicIds.ofCall(task))
                .put("type", "image_generation_call")
                .put("status", status)
                .putNull("result");
    }

    static String background(ImageSpec spec) {
        return (spec.output().isTransparent() ? Background.TRANSPARENT : Background.OPAQUE).wireName();
    }

    private ObjectNode head() {
        ObjectNode json = Json.object()
                .put("id", PublicIds.of(task))
                .put("object", "response")
                .put("created_at", task.createdAt().getEpochSecond())
                .put("status", status())
                .put("background", stored.isBackground());
        if (task.status().isFinished() && failure().isEmpty()) {
            json.put("completed_at", task.finishedAt().getEpochSecond());
        }
        json.set("error", responseError());
        json.putNull("incomplete_details");
        JsonNode request = stored.request();
        json.set("instructions", request.path("instructions"));
        json.set("max_output_tokens", request.path("max_output_tokens"));
        json.set("model", request.path("model"));
        json.putArray("output");
        json.set("parallel_tool_calls", orElse("parallel_tool_calls", Json.toTree(true)));
        json.set("previous_response_id", request.path("previous_response_id"));
        json.set(
                "reasoning", orElse("reasoning", Json.object().putNull("effort").putNull("summary")));
        json.set("store", orElse("store", Json.toTree(true)));
        json.set("temperature", orElse("temperature", Json.toTree(1)));
        json.set("text", orElse("text", Json.toTree(Map.of("format", Map.of("type", "text")))));
        json.set("tool_choice", orElse("tool_choice", Json.toTree("auto")));
        json.set("tools", request.path("tools"));
        json.set("top_p", orElse("top_p", Json.toTree(1)));
        json.set("truncation", orElse("truncation", Json.toTree("disabled")));
        json.set("usage", usage());
        json.set("user", request.path("user"));
        json.set("metadata", orElse("metadata", Json.object()));
        json.properties().forEach(field -> {
            if (field.getValue().isMissingNode()) {
                field.setValue(Json.object().nullNode());
            }
        });
        return json;
    }

    private JsonNode orElse(String field, JsonNode defaultValue) {
        JsonNode value = stored.request().get(field);
        return Json.isAbsent(value) ? defaultValue : value;
    }

    private String status() {
        return switch (task.status()) {
            case PENDING -> stored.isBackground() ? "queued" : "in_progress";
            case PROCESSING -> "in_progress";
            case COMPLETED -> "completed";
            case FAILED -> failure().orElseThrow().code().equals(CANCELLED) ? CANCELLED : "failed";
        };
    }

    private Optional<Outcome.Fails> failure() {
        return task.status().isFinished() && task.plan().outcome() instanceof Outcome.Fails failure
                ? Optional.of(failure)
                : Optional.empty();
    }

    /** Inferred: a response whose task failed is failed, whatever the code. */
    private JsonNode responseError() {
        return status().equals("failed")
                ? Json.object().put("code", codeOf(failure().orElseThrow())).put("message", error().message())
                : Json.object().nullNode();
    }

    /** The vendor's client libraries know a fixed list of codes, which is shorter than that of HTTP errors. */
    private static String codeOf(Outcome.Fails failure) {
        return switch (ErrorCode.of(failure.code()).orElse(ErrorCode.SERVER_ERROR)) {
            case MODERATION_BLOCKED -> "image_content_policy_violation";
            case RATE_LIMIT_EXCEEDED -> "rate_limit_exceeded";
            case INVALID_IMAGE_FILE -> "invalid_image";
            default -> "server_error";
        };
    }

    private Envelope error() {
        Outcome.Fails failure = failure().orElseThrow();
        ErrorContext context =
                ErrorContext.of(request, ModerationDetails.ofPrompt(task.spec().prompt()), Map.of());
        return errors.envelope(failure.code(), Optional.of(failure.message()), context)
                .orElseThrow();
    }

    /** How the tokens of the image show in the usage is unknown; they are part of it here (inferred). */
    private JsonNode usage() {
        if (!status().equals("completed")) {
            return Json.object().nullNode();
        }
        Tokens tokens = stored.tokens();
        ObjectNode usage = Json.object().put("input_tokens", tokens.input());
        usage.putObject("input_tokens_details").put("cached_tokens", 0).put("cache_write_tokens", 0);
        usage.put("output_tokens", tokens.output());
        usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
        return usage.put("total_tokens", tokens.input() + tokens.output());
    }
}

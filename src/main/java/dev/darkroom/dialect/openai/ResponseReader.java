package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.RequestReader;
import dev.darkroom.api.UnknownFields;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.field.FieldReader;
import dev.darkroom.field.ObjectValue;
import dev.darkroom.http.json.JsonObject;
import dev.darkroom.image.Reference;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.image.References;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.WebhookEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads the body of one request for a response that generates an image (providers/openai.md §11). */
final class ResponseReader implements RequestReader {

    private static final Set<String> NAMES = Set.of(
            "model",
            "input",
            "tools",
            "tool_choice",
            "stream",
            "stream_options",
            "background",
            "background_options",
            "store",
            "previous_response_id",
            "instructions",
            "metadata",
            "parallel_tool_calls",
            "max_output_tokens",
            "max_tool_calls",
            "temperature",
            "top_p",
            "top_logprobs",
            "truncation",
            "text",
            "reasoning",
            "include",
            "user",
            "safety_identifier",
            "prompt_cache_key",
            "prompt_cache_retention",
            "service_tier");

    /** The parts of the request that the response does not repeat. A mask is not repeated either (inferred). */
    private static final List<String> NOT_REPEATED = List.of("input", "include", "stream", "stream_options");

    private final ImageSettings settings;
    private final ReferenceReader references;
    private final Supplier<Sandbox> sandbox;
    private final WebhookEvents webhookEvents;
    private ResponseJob job;

    /** @param sandbox the sandbox of the request, which is known when the body is read */
    ResponseReader(
            ImageSettings settings,
            ReferenceReader references,
            WebhookEvents webhookEvents,
            Supplier<Sandbox> sandbox) {
        this.settings = settings;
        this.references = references;
        this.sandbox = sandbox;
        this.webhookEvents = webhookEvents;
    }

    /** The request that {@link #read} has read. */
    ResponseJob job() {
        return job;
    }

    @Override
    public List<String> warnings(FieldReader body) {
        return new UnknownFields("the request", NAMES, Map.of("messages", "input", "prompt", "input"))
                .warnings(body.object());
    }

    /** For rules, {@code model} is the image model, and {@code prompt} is the text of the user. */
    @Override
    public Optional<String> peek(FieldReader body, String field) {
        try {
            Parameters parameters = Parameters.of(body.object());
            return Optional.of(
                    field.equals("model")
                            ? ImageTool.find(parameters).model(settings.config())
                            : ResponseInput.read(parameters).prompt());
        } catch (ApiException invalid) {
            return Optional.empty();
        }
    }

    /** The image model, not the text model around it. */
    @Override
    public String model(FieldReader body) {
        Parameters parameters = Parameters.of(body.object());
        String textModel = parameters.string("model").orElseThrow(() -> parameters.missing("model"));
        if (Model.of(textModel).isPresent()) {
            throw parameters.invalid(
                    "model",
                    "The model '" + textModel + "' cannot be the model of a response. Set it as the 'model' of the tool"
                            + " 'image_generation', and send a text model such as 'gpt-5'.");
        }
        return ImageTool.find(parameters).existingModel(settings.config());
    }

    @Override
    public ResponseJob read(FieldReader body) {
        String modelName = model(body);
        Model model = Model.of(modelName).orElseThrow(() -> settings.errors().unknownModel(modelName));
        Parameters parameters = Parameters.of(body.object());
        for (String name : parameters.object().names()) {
            if (!settings.api().isLenient() && !NAMES.contains(name)) {
                throw ImageReader.unknownParameter(name);
            }
        }
        ImageTool tool = ImageTool.find(parameters);
        checkToolChoice(parameters);
        ResponseInput input = ResponseInput.read(parameters);
        boolean isBackground = parameters.bool("background", false);
        if (isBackground && !parameters.bool("store", true)) {
            throw parameters.invalid("background", "Background responses require 'store' to be true.");
        }
        ImageOptions options = tool.options(settings, model).withStream(parameters.bool("stream", false));
        TextParameters text = new TextParameters(parameters);
        text.check();
        text.checkWindow(isBackground, options.isStreamed());
        tool.checkFidelity(model, modelName);
        tool.checkMask();
        References edited = references.retain(images(parameters, input));
        Tokens tokens = settings.tokens(model, input.prompt(), edited.count(), options);
        ObjectNode repeated = JsonObject.nodeOf(body.object()).deepCopy();
        repeated.remove(NOT_REPEATED);
        repeated.path("tools").forEach(sent -> ((ObjectNode) sent).remove("input_image_mask"));
        job = new ResponseJob(
                settings.api(),
                modelName,
                model,
                input.prompt(),
                edited,
                options,
                tokens,
                tool.isEdit(edited.count() > 0),
                isBackground,
                webhookEvents,
                repeated);
        return job;
    }

    /** Without this tool, the response would be a text, which Darkroom does not fake. */
    private static void checkToolChoice(Parameters parameters) {
        Object choice = parameters.object().get("tool_choice");
        boolean isAllowed = choice == null
                || choice.equals("auto")
                || choice.equals("required")
                || choice instanceof ObjectValue object
                        && (ImageTool.TYPE.equals(object.get("type")) || "allowed_tools".equals(object.get("type")));
        if (!isAllowed) {
            throw parameters.invalid(
                    "tool_choice",
                    "Darkroom fakes responses with the tool 'image_generation' only. Use 'auto', 'required' or"
                            + " {\"type\": \"image_generation\"}.");
        }
    }

    /** The images of the input, those of earlier calls that it names, and that of the previous response. */
    private List<Reference> images(Parameters parameters, ResponseInput input) {
        List<Reference> images = new ArrayList<>();
        parameters.string("previous_response_id").ifPresent(id -> images.add(ofResponse(id)));
        for (String call : input.calls()) {
            images.add(find(PublicIds.parseCall(call))
                    .map(ResponseReader::image)
                    .orElseThrow(() ->
                            parameters.invalid("input", "Item with id '" + ErrorTexts.quoted(call) + "' not found.")));
        }
        input.images().forEach(url -> images.add(LinkedImages.reference(url)));
        if (images.size() > UploadedImages.MAX_IMAGES) {
            throw ImageErrors.tooManyImages("input", images.size());
        }
        return images;
    }

    private Reference ofResponse(String id) {
        TaskView found = find(PublicIds.parseResponse(id)).orElseThrow(() -> ErrorCode.PREVIOUS_RESPONSE_NOT_FOUND
                .about("previous_response_id", "Previous response with id '" + ErrorTexts.quoted(id) + "' not found.")
                .toException());
        return image(found);
    }

    private Optional<TaskView> find(Optional<UUID> publicId) {
        Sandbox own = sandbox.get();
        return publicId.flatMap(own::taskIdOf)
                .flatMap(own::task)
                .filter(task -> task.spec().dialect().equals(settings.api().dialect()))
                .filter(task -> task.status() == TaskStatus.COMPLETED)
                .filter(PublicIds::isResponse)
                .filter(task -> StoredResponse.of(task).isStored());
    }

    private static Reference image(TaskView task) {
        return new Reference.Url(
                ImageLinks.of(task).stream().findFirst().orElse(task.spec().baseUrl() + "/"));
    }
}

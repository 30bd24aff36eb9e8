package dev.darkroom.dialect.aigenerate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.api.RequestReader;
import dev.darkroom.field.FieldReader;
import dev.darkroom.field.ObjectValue;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonObject;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads and checks the body of a create request (providers/aigenerate.md §2). Reports the first error, in this order:
 * {@code model}, {@code input} and its fields, {@code callBackUrl}, {@code taskId}.
 */
@Singleton
class CreateTaskReader implements RequestReader {

    private final Models models;
    private final InputReader inputs;
    private final ReferenceReader references;
    private final AiGenerateErrorResponses errors;
    private final FieldNames names;
    private final Retries retries;

    CreateTaskReader(
            Models models,
            InputReader inputs,
            ReferenceReader references,
            AiGenerateErrorResponses errors,
            Retries retries) {
        this.models = models;
        this.inputs = inputs;
        this.references = references;
        this.errors = errors;
        this.retries = retries;
        this.names = new FieldNames(retries.areOn());
    }

    @Override
    public List<String> warnings(FieldReader body) {
        return names.warnings(body.object(), peek(body, "model").flatMap(models::find));
    }

    @Override
    public Optional<String> peek(FieldReader body, String field) {
        Object owner = field.equals("model") ? body.object() : body.object().get("input");
        return owner instanceof ObjectValue object && object.get(field) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    @Override
    public String model(FieldReader body) {
        return body.string("model").filter(slug -> !slug.isEmpty()).orElseThrow(() -> body.missing("model"));
    }

    /** Rejects an unknown model before it reads the input, because the model decides which fields the input has. */
    @Override
    public CreateRequest read(FieldReader body) {
        String slug = model(body);
        Model model = models.find(slug).orElseThrow(() -> errors.unknownModel(slug));
        FieldReader input = body.section("input").orElseThrow(() -> body.missing("input"));
        String prompt = inputs.prompt(input);
        List<String> urls = model.isEdit() ? inputs.urls(input) : List.of();
        ImageOptions options = model.quality()
                .map(quality -> inputs.gptImage15Options(input, quality))
                .orElseGet(() -> inputs.gptImage2Options(input));
        Optional<String> callBackUrl = callBackUrl(body);
        Optional<String> clientId = retries.clientId(body);
        List<String> warnings = warnings(model, input);
        retries.warning(body).ifPresent(warnings::add);
        String param = new String(Json.write(FieldNames.effective(JsonObject.nodeOf(body.object()), model)), UTF_8);
        return new CreateRequest(
                model, prompt, references.retainUrls(urls), options, callBackUrl, param, clientId, warnings);
    }

    @Override
    public Optional<TaskView> existingTask(Supplier<FieldReader> body, Sandbox sandbox) {
        return retries.existingTask(body, sandbox);
    }

    private List<String> warnings(Model model, FieldReader input) {
        List<String> warnings = new ArrayList<>();
        if (!model.isDocumented()) {
            warnings.add(
                    "No page of the vendor names the model `" + model.slug() + "`; see darkroom.aigenerate.aliases");
        }
        model.quality()
                .filter(quality -> inputs.quality(input)
                        .filter(requested -> requested != quality)
                        .isPresent())
                .ifPresent(quality ->
                        warnings.add("`quality` is ignored because the model's name says " + quality.wireName()));
        if (model.isEdit() && input.hasEntries("input_urls") && input.hasEntries("image_urls")) {
            warnings.add("`image_urls` is ignored because the request has `input_urls`");
        }
        return warnings;
    }

    private static Optional<String> callBackUrl(FieldReader body) {
        return body.string("callBackUrl").map(url -> HttpUrls.read(url)
                .orElseThrow(() -> body.invalid("callBackUrl", "It must be an http or https URL.")));
    }
}

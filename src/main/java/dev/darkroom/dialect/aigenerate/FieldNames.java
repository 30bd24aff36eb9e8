package dev.darkroom.dialect.aigenerate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.UnknownFields;
import dev.darkroom.field.ObjectValue;
import dev.darkroom.http.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a create request, and the models that support them. */
final class FieldNames {

    static final String TASK_ID = "taskId";

    private static final Set<String> BODY_FIELDS = Set.of("model", "input", "callBackUrl");
    private static final Set<String> EDIT_FIELDS = Set.of("input_urls", "image_urls");
    private static final Set<String> GPT_IMAGE_15_FIELDS = Set.of("quality");
    private static final Set<String> GPT_IMAGE_2_FIELDS = Set.of("resolution", "nsfw_checker");
    private static final Set<String> COMMON_FIELDS = Set.of("prompt", "aspect_ratio");

    /** The input fields of all models. */
    private static final Set<String> INPUT_FIELDS = Stream.of(
                    COMMON_FIELDS, EDIT_FIELDS, GPT_IMAGE_15_FIELDS, GPT_IMAGE_2_FIELDS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** Names that OpenAI and other vendors of the same models use for these fields. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("size", "aspect_ratio"),
            Map.entry("ratio", "aspect_ratio"),
            Map.entry("image", "input_urls"),
            Map.entry("images", "input_urls"),
            Map.entry("image_input", "input_urls"),
            Map.entry("moderation", "nsfw_checker"),
            Map.entry("nsfw", "nsfw_checker"),
            Map.entry("text", "prompt"),
            Map.entry("callback_url", "callBackUrl"),
            Map.entry("callbackUrl", "callBackUrl"),
            Map.entry("webhook", "callBackUrl"),
            Map.entry("webhook_url", "callBackUrl"));

    private static final UnknownFields UNKNOWN_IN_INPUT = new UnknownFields("input", INPUT_FIELDS, OTHER_NAMES);

    private final UnknownFields unknownInBody;

    /** @param hasTaskId whether the body may name an existing task */
    FieldNames(boolean hasTaskId) {
        Set<String> bodyFields = new TreeSet<>(BODY_FIELDS);
        if (hasTaskId) {
            bodyFields.add(TASK_ID);
        }
        unknownInBody = new UnknownFields("the request body", bodyFields, fullNames());
    }

    /** @param model empty if the model is missing or unknown */
    List<String> warnings(ObjectValue body, Optional<Model> model) {
        List<String> warnings = new ArrayList<>(unknownInBody.warnings(body));
        if (body.get("input") instanceof ObjectValue input) {
            warnings.addAll(UNKNOWN_IN_INPUT.warnings(input));
            model.ifPresent(known -> INPUT_FIELDS.stream()
                    .sorted()
                    .filter(name -> input.get(name) != null)
                    .forEach(name -> unsupported(name, known).ifPresent(warnings::add)));
        }
        return warnings;
    }

    /** The part of the body that has an effect; the task's record repeats it. */
    static ObjectNode effective(ObjectNode body, Model model) {
        ObjectNode kept = Json.object();
        body.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode input && field.getKey().equals("input")) {
                ObjectNode keptInput = kept.putObject("input");
                input.properties().forEach(inner -> {
                    if (INPUT_FIELDS.contains(inner.getKey())
                            && unsupported(inner.getKey(), model).isEmpty()) {
                        keptInput.set(inner.getKey(), inner.getValue());
                    }
                });
            } else if (BODY_FIELDS.contains(field.getKey())) {
                kept.set(field.getKey(), field.getValue());
            }
        });
        return kept;
    }

    /** A warning if the model does not have the field. */
    private static Optional<String> unsupported(String name, Model model) {
        String models = null;
        if (EDIT_FIELDS.contains(name) && !model.isEdit()) {
            models = "image-to-image models";
        } else if (GPT_IMAGE_15_FIELDS.contains(name) && model.isGptImage2()) {
            models = "GPT Image 1.5";
        } else if (GPT_IMAGE_2_FIELDS.contains(name) && !model.isGptImage2()) {
            models = "GPT Image 2";
        }
        return Optional.ofNullable(models)
                .map(owners -> "`" + name + "` is ignored because it is a field of " + owners + " only");
    }

    /** Suggestions for the body. The fields of the input are suggested as {@code input.<name>}. */
    private static Map<String, String> fullNames() {
        Map<String, String> names = new HashMap<>(OTHER_NAMES);
        names.replaceAll((otherName, name) -> INPUT_FIELDS.contains(name) ? "input." + name : name);
        INPUT_FIELDS.forEach(name -> names.put(name, "input." + name));
        return names;
    }
}

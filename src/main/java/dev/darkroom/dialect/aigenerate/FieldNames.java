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

/** Which fields there are, and which of them a model has. */
final class FieldNames {

    static final String TASK_ID = "taskId";

    private static final Set<String> BODY = Set.of("model", "input", "callBackUrl");
    private static final Set<String> EDIT = Set.of("input_urls", "image_urls");
    private static final Set<String> ONE_FIVE = Set.of("quality");
    private static final Set<String> TWO = Set.of("resolution", "nsfw_checker");
    private static final Set<String> ALL = Set.of("prompt", "aspect_ratio");

    /** Of all models. */
    private static final Set<String> INPUT =
            Stream.of(ALL, EDIT, ONE_FIVE, TWO).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    /** What other sellers of the same models, and OpenAI, call the same things. */
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

    private static final UnknownFields UNKNOWN_IN_INPUT = new UnknownFields("input", INPUT, OTHER_NAMES);

    private final UnknownFields unknownInBody;

    /** @param hasTaskId whether the body may name a task that is there already */
    FieldNames(boolean hasTaskId) {
        Set<String> body = new TreeSet<>(BODY);
        if (hasTaskId) {
            body.add(TASK_ID);
        }
        unknownInBody = new UnknownFields("the request body", body, namesInInput());
    }

    /** @param model empty when there is no such model */
    List<String> warnings(ObjectValue body, Optional<Model> model) {
        List<String> warnings = new ArrayList<>(unknownInBody.warnings(body));
        if (body.get("input") instanceof ObjectValue input) {
            warnings.addAll(UNKNOWN_IN_INPUT.warnings(input));
            model.ifPresent(m -> INPUT.stream()
                    .sorted()
                    .filter(name -> input.get(name) != null)
                    .forEach(name -> misfit(name, m).ifPresent(warnings::add)));
        }
        return warnings;
    }

    /** What a task says that was asked for: all of the body that meant something. */
    static ObjectNode meaning(ObjectNode body, Model model) {
        ObjectNode kept = Json.object();
        body.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode input && field.getKey().equals("input")) {
                ObjectNode keptInput = kept.putObject("input");
                input.properties().forEach(inner -> {
                    if (INPUT.contains(inner.getKey())
                            && misfit(inner.getKey(), model).isEmpty()) {
                        keptInput.set(inner.getKey(), inner.getValue());
                    }
                });
            } else if (BODY.contains(field.getKey())) {
                kept.set(field.getKey(), field.getValue());
            }
        });
        return kept;
    }

    private static Optional<String> misfit(String name, Model model) {
        String reason = null;
        if (EDIT.contains(name) && !model.isEdit()) {
            reason = "the model makes pictures of text alone";
        } else if (ONE_FIVE.contains(name) && model.isTwo()) {
            reason = "it is one of GPT Image 1.5";
        } else if (TWO.contains(name) && !model.isTwo()) {
            reason = "it is one of GPT Image 2";
        }
        return Optional.ofNullable(reason).map(why -> "`" + name + "` is not a field of input, for " + why);
    }

    /** What belongs into the input is best called by its whole path. */
    private static Map<String, String> namesInInput() {
        Map<String, String> names = new HashMap<>(OTHER_NAMES);
        names.replaceAll((other, name) -> INPUT.contains(name) ? "input." + name : name);
        INPUT.forEach(name -> names.put(name, "input." + name));
        return names;
    }
}

package dev.darkroom.dialect.getimg;

import dev.darkroom.api.UnknownFields;
import dev.darkroom.field.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fields that this API does not have, though others that sell the same model do. */
final class FieldNames {

    private static final Set<String> BODY_FIELDS =
            Set.of("model", "prompt", "aspect_ratio", "resolution", "output_format", "images");
    private static final Set<String> REFERENCE_FIELDS = Set.of("url", "role");

    /** What other sellers, and OpenAI, call the same things. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("size", "aspect_ratio"),
            Map.entry("ratio", "aspect_ratio"),
            Map.entry("aspectRatio", "aspect_ratio"),
            Map.entry("quality", "resolution"),
            Map.entry("image", "images"),
            Map.entry("image_url", "images"),
            Map.entry("image_urls", "images"),
            Map.entry("input_urls", "images"),
            Map.entry("image_input", "images"),
            Map.entry("reference_images", "images"),
            Map.entry("format", "output_format"),
            Map.entry("text", "prompt"));

    private static final UnknownFields IN_BODY = new UnknownFields("the request body", BODY_FIELDS, OTHER_NAMES);
    private static final UnknownFields IN_REFERENCE = new UnknownFields(
            "a reference image", REFERENCE_FIELDS, Map.of("image_url", "url", "src", "url", "type", "role"));

    private FieldNames() {}

    /** One sentence for each unknown field of the body, and of the first reference that has any. */
    static List<String> warnings(ObjectValue body) {
        List<String> warnings = new ArrayList<>(IN_BODY.warnings(body));
        for (Object image : images(body)) {
            List<String> inReference = image instanceof ObjectValue object ? IN_REFERENCE.warnings(object) : List.of();
            if (!inReference.isEmpty()) {
                warnings.addAll(inReference);
                return warnings;
            }
        }
        return warnings;
    }

    /** The first unknown field, with the path to it. Every reference must be an object. */
    static Optional<String> first(ObjectValue body) {
        Optional<String> inBody = first(body, BODY_FIELDS);
        List<?> images = images(body);
        for (int i = 0; i < images.size() && inBody.isEmpty(); i++) {
            String path = "images[" + i + "].";
            inBody = first((ObjectValue) images.get(i), REFERENCE_FIELDS).map(name -> path + name);
        }
        return inBody;
    }

    private static List<?> images(ObjectValue body) {
        return body.get("images") instanceof List<?> images ? images : List.of();
    }

    private static Optional<String> first(ObjectValue object, Set<String> known) {
        for (String name : object.names()) {
            if (!known.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}

package dev.darkroom.dialect.getimg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.UnknownFields;
import java.util.ArrayList;
import java.util.Iterator;
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

    /** A sentence for each in the body, and for those in the first reference that has any. */
    static List<String> warnings(ObjectNode body) {
        List<String> warnings = new ArrayList<>(IN_BODY.warnings(body));
        for (JsonNode image : body.path("images")) {
            List<String> inReference = image instanceof ObjectNode object ? IN_REFERENCE.warnings(object) : List.of();
            if (!inReference.isEmpty()) {
                warnings.addAll(inReference);
                return warnings;
            }
        }
        return warnings;
    }

    /** The first of them, by its whole path. */
    static Optional<String> first(ObjectNode body) {
        Optional<String> inBody = first(body, BODY_FIELDS);
        JsonNode images = body.path("images");
        for (int i = 0; i < images.size() && inBody.isEmpty(); i++) {
            String path = "images[" + i + "].";
            inBody = first((ObjectNode) images.get(i), REFERENCE_FIELDS).map(name -> path + name);
        }
        return inBody;
    }

    private static Optional<String> first(ObjectNode object, Set<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}

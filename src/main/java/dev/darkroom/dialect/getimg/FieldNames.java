package dev.darkroom.dialect.getimg;

import dev.darkroom.api.UnknownFields;
import dev.darkroom.field.FieldReader;
import dev.darkroom.field.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds unknown fields, and suggests this API's names for the fields of other vendors. */
final class FieldNames {

    private static final Set<String> BODY_FIELDS =
            Set.of("model", "prompt", "aspect_ratio", "resolution", "output_format", "images");
    private static final Set<String> REFERENCE_FIELDS = Set.of("url", "role");

    /** The names of other vendors, and OpenAI's, each with the name of the same field here. */
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

    /** A sentence for each unknown field of the body, and of the first reference image that has unknown fields. */
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

    /** Rejects unknown fields of the request body and of its reference images. */
    static void rejectUnknown(FieldReader body) {
        body.allowOnly(BODY_FIELDS);
        body.objects("images").forEach(image -> image.allowOnly(REFERENCE_FIELDS));
    }

    private static List<?> images(ObjectValue body) {
        return body.get("images") instanceof List<?> images ? images : List.of();
    }
}

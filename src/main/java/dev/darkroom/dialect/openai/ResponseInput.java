package dev.darkroom.dialect.openai;

import dev.darkroom.field.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The field {@code input} of a request for a response: the text of the user, and the images to edit
 * (providers/openai.md §11). The texts of errors are inferred.
 *
 * @param prompt the texts of all messages of the user, one per line
 * @param images the URLs of images, which may be {@code data:} URIs
 * @param calls the ids of earlier image generation calls whose images are to be edited
 */
record ResponseInput(String prompt, List<String> images, List<String> calls) {

    /** Inferred: the vendor's limit depends on the text model. */
    private static final int MAX_PROMPT = 256 << 10;

    private static final String MESSAGE = "message";
    private static final String IMAGE_CALL = "image_generation_call";
    private static final List<String> ROLES = List.of("user", "assistant", "system", "developer");
    private static final List<String> PARTS =
            List.of("input_text", "input_image", "output_text", "input_file", "refusal");

    static ResponseInput read(Parameters parameters) {
        Object input = parameters.object().get("input");
        if (input == null) {
            throw parameters.missing("input");
        }
        if (input.equals("")) {
            throw ErrorCode.EMPTY_STRING
                    .about("input", "Invalid 'input': empty string. Expected a text, or an array of input items.")
                    .toException();
        }
        if (input.equals(List.of())) {
            throw ErrorCode.EMPTY_ARRAY
                    .about("input", "Invalid 'input': empty array. Expected a text, or an array of input items.")
                    .toException();
        }
        if (input instanceof String) {
            return new ResponseInput(checked(parameters.requiredString("input")), List.of(), List.of());
        }
        if (!(input instanceof List<?> items)) {
            throw parameters.wrongType("input", "a string or an array of input items", input);
        }
        Collector collector = new Collector();
        for (int i = 0; i < items.size(); i++) {
            collector.addItem(parameters.section("input[" + i + "]", items.get(i)));
        }
        return new ResponseInput(
                checked(String.join("\n", collector.texts)),
                List.copyOf(collector.images),
                List.copyOf(collector.calls));
    }

    private static String checked(String prompt) {
        int length = prompt.codePointCount(0, prompt.length());
        if (length > MAX_PROMPT) {
            throw ImageErrors.tooLong("input", MAX_PROMPT, length);
        }
        return prompt;
    }

    /** Collects the parts of all items. */
    private static final class Collector {

        private final List<String> texts = new ArrayList<>();
        private final List<String> images = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();

        void addItem(Parameters item) {
            String type = item.string("type").orElse(MESSAGE);
            if (type.equals(IMAGE_CALL)) {
                calls.add(item.string("id").orElseThrow(() -> item.missing("id")));
            } else if (type.equals(MESSAGE)) {
                String role = item.choice("role", ROLES, value -> value).orElseThrow(() -> item.missing("role"));
                addContent(item, role.equals("user"));
            }
        }

        private void addContent(Parameters item, boolean isOfUser) {
            Object content = item.object().get("content");
            if (content instanceof String) {
                addText(item.requiredString("content"), isOfUser);
            } else if (content instanceof List<?> parts) {
                for (int i = 0; i < parts.size(); i++) {
                    addPart(item.section("content[" + i + "]", parts.get(i)), isOfUser);
                }
            } else {
                throw content == null
                        ? item.missing("content")
                        : item.wrongType("content", "a string or an array of content parts", content);
            }
        }

        private void addPart(Parameters part, boolean isOfUser) {
            String type = part.choice("type", PARTS, value -> value).orElseThrow(() -> part.missing("type"));
            switch (type) {
                case "input_text" -> addText(part.requiredString("text"), isOfUser);
                case "input_image" -> images.add(image(part));
                default -> {
                    // Other parts do not change the image.
                }
            }
        }

        private void addText(String text, boolean isOfUser) {
            if (isOfUser) {
                texts.add(text);
            }
        }

        private static String image(Parameters part) {
            Object url = part.object().get("image_url");
            // Chat clients wrap the URL in an object.
            return url instanceof ObjectValue
                    ? LinkedImages.checked(part, part.section("image_url", url).requiredString("url"))
                    : LinkedImages.url(part);
        }
    }
}

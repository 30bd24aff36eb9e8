package dev.darkroom.dialect.openai;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorTexts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tool {@code image_generation} of a request for a response (providers/openai.md §11.1). */
record ImageTool(Parameters parameters) {

    static final String TYPE = "image_generation";

    private static final List<String> ACTIONS = List.of("auto", "generate", "edit");
    private static final Set<String> NAMES = Set.of(
            "type",
            "action",
            "model",
            "size",
            "quality",
            "background",
            "moderation",
            "output_format",
            "output_compression",
            "partial_images",
            "input_fidelity",
            "input_image_mask");

    /** The first tool of this type. All tools must be objects with a type. Darkroom fakes no other tools, and no response without this one. */
    static ImageTool find(Parameters request) {
        List<?> tools = request.list("tools").orElse(List.of());
        Optional<ImageTool> imageTool = Optional.empty();
        String last = "no tool";
        for (int i = 0; i < tools.size(); i++) {
            Parameters tool = request.section("tools[" + i + "]", tools.get(i));
            String type = tool.string("type").orElseThrow(() -> tool.missing("type"));
            if (type.equals(TYPE) && imageTool.isEmpty()) {
                imageTool = Optional.of(new ImageTool(tool));
            }
            last = "the tool '" + ErrorTexts.quoted(type) + "'";
        }
        if (imageTool.isEmpty()) {
            throw notFaked(request, last);
        }
        return imageTool.get();
    }

    private static ApiException notFaked(Parameters request, String what) {
        return request.invalid(
                "tools",
                "The request has " + what + ". Darkroom fakes responses with the tool 'image_generation' only:"
                        + " send \"tools\": [{\"type\": \"image_generation\"}].");
    }

    /** The name of the image model. */
    String model(OpenAiConfig config) {
        return parameters.string("model").orElseGet(config::toolModel);
    }

    /** As {@link #model}, for a model that must exist. */
    String existingModel(OpenAiConfig config) {
        String name = model(config);
        if (Model.of(name).isEmpty()) {
            throw OpenAiErrors.noSuchModel(parameters.named("model"), name).toException();
        }
        return name;
    }

    /** The parameters of the image, with their defaults filled in. A call of the tool makes one image. */
    ImageOptions options(ImageSettings settings, Model model) {
        for (String name : parameters.object().names()) {
            if (!settings.api().isLenient() && !NAMES.contains(name)) {
                throw ImageReader.unknownParameter(parameters.named(name));
            }
        }
        return new ImageOptionsReader(settings.api(), model, settings.allowsTransparency())
                .read(parameters)
                .withCount(1);
    }

    /**
     * Whether an image is edited, or a new one is generated.
     *
     * @param hasImages whether there are images to edit
     */
    boolean isEdit(boolean hasImages) {
        String action = parameters.choice("action", ACTIONS, value -> value).orElse("auto");
        return action.equals("auto") ? hasImages : action.equals("edit");
    }

    /** Measured for the Images API (providers/openai.md §4). */
    void checkFidelity(Model model, String name) {
        model.generation().checkInputFidelity(parameters, name);
    }

    /** The URL of the mask is checked like that of an image. */
    void checkMask() {
        parameters.section("input_image_mask").ifPresent(LinkedImages::url);
    }
}

package dev.darkroom.dialect.openai;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.http.MultipartFields;
import dev.darkroom.image.Reference;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.image.References;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the body of a request to edit images: a form, or JSON (providers/openai.md §4). */
final class EditReader extends ImageReader {

    private static final Set<String> IN_FORM = with("image", "image[]");
    private static final Set<String> IN_JSON = with("images");

    private final ReferenceReader references;

    EditReader(ImageSettings settings, Optional<String> deployment, ReferenceReader references) {
        super(settings, deployment);
        this.references = references;
    }

    @Override
    public boolean acceptsForms() {
        return true;
    }

    @Override
    Collection<String> names(Parameters parameters) {
        return parameters.object() instanceof MultipartFields ? IN_FORM : IN_JSON;
    }

    /** The texts for the name of the images in the other kind of body are measured. */
    @Override
    ApiException unknown(Parameters parameters, String name) {
        boolean isForm = parameters.object() instanceof MultipartFields;
        if (isForm && name.equals("images")) {
            return parameters.invalid(
                    name, "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'.");
        }
        if (!isForm && name.equals("image")) {
            return parameters.invalid(
                    name,
                    "Unknown parameter: 'image'. For application/json on /v1/images/edits, use 'images' (array).");
        }
        return unknownParameter(name);
    }

    @Override
    References references(Parameters parameters) {
        List<Reference> images = parameters.object() instanceof MultipartFields form
                ? new UploadedImages(parameters, form.body(), settings().config()).read()
                : new LinkedImages(parameters).read();
        return references.retain(images);
    }

    /** Measured for {@code gpt-image-2}, inferred for other models. */
    @Override
    void checkModelParameters(Parameters parameters, Model model, String name) {
        model.generation().checkInputFidelity(parameters, name);
    }

    private static Set<String> with(String... more) {
        return Stream.of(ImageReader.COMMON_NAMES, Set.of("input_fidelity", "mask"), Set.of(more))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}

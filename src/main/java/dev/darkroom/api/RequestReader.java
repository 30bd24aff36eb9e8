package dev.darkroom.api;

import dev.darkroom.field.FieldReader;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import java.util.List;
import java.util.Optional;

/** Reads the body of a create request, step by step, for a vendor decides in which order it is checked. */
public interface RequestReader {

    /** Names the fields that the API does not have. */
    List<String> warnings(FieldReader body);

    /** What the body has under {@code model} or {@code prompt}, if it can be read at all; for rules of faults. */
    default Optional<String> glance(FieldReader body, String field) {
        return body.object().get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * The model, whether it exists or not.
     *
     * @throws ApiException when none is named
     */
    String model(FieldReader body);

    /**
     * All of the request. Whether there is such a model is asked elsewhere, and may be asked later.
     *
     * @throws ApiException for the first fault
     */
    ImageRequest read(FieldReader body);

    /** A task that is there already, and that the request is about; it is told of again, and nothing is paid. */
    default Optional<TaskView> present(FieldReader body, Sandbox sandbox) {
        return Optional.empty();
    }
}

package dev.darkroom.api;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.field.FieldReader;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the body of a create request step by step, because the vendor decides in which order it is checked. */
public interface RequestReader {

    /** Warnings about fields that the API does not have. */
    List<String> warnings(FieldReader body);

    /**
     * Warnings about a request that seems to be meant for another vendor, whose path this API shares.
     *
     * @param request the request, whose host and path say whether its client has chosen this vendor
     */
    default List<String> routingWarnings(RequestContext request, FieldReader body) {
        return List.of();
    }

    /**
     * Whether the operation accepts {@code multipart/form-data} besides JSON. The object of such a body is a
     * {@link dev.darkroom.http.MultipartFields}, which has the uploads.
     */
    default boolean acceptsForms() {
        return false;
    }

    /**
     * How many units of the rate limit the request uses, for vendors that limit images, not requests.
     *
     * @param body parsed only if it is read, because most vendors check the limit before the body
     * @return at least 1
     * @throws ApiException when the body is malformed; it then counts as one unit
     */
    default int rateUnits(Supplier<FieldReader> body) {
        return 1;
    }

    /** The value of {@code model} or {@code prompt} for fault rules; empty when it is not a string. */
    default Optional<String> peek(FieldReader body, String field) {
        return body.object().get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * The name of the model, whether it exists or not.
     *
     * @throws ApiException when the body names none
     */
    String model(FieldReader body);

    /**
     * Reads the whole request. {@link Check#MODEL} checks separately whether the model exists.
     *
     * @throws ApiException for the first wrong field
     */
    ImageRequest read(FieldReader body);

    /**
     * The existing task that the request names, if it is a retry. The response reports the task again, and nothing is
     * charged.
     *
     * @param body parsed only if it is read, because most vendors check the rate limit before the body
     * @throws ApiException when the body is malformed
     */
    default Optional<TaskView> existingTask(Supplier<FieldReader> body, Sandbox sandbox) {
        return Optional.empty();
    }
}

package dev.darkroom.dialect.openai;

import dev.darkroom.api.TaskIds;
import dev.darkroom.task.TaskView;
import java.util.Optional;
import java.util.UUID;

/**
 * The public ids of tasks. A response has {@code resp_} and 32 hex digits. The vendor gives other images no id; Darkroom
 * shows {@code img_} and 32 hex digits.
 */
final class PublicIds {

    private static final String RESPONSE = "resp_";
    private static final String IMAGE = "img_";
    private static final String CALL = "ig_";

    private PublicIds() {}

    static String of(TaskView task) {
        return isResponse(task) ? ofResponse(task) : IMAGE + TaskIds.hex(task.publicId());
    }

    /** The id of the response that a task stands for. */
    static String ofResponse(TaskView task) {
        return RESPONSE + TaskIds.hex(task.publicId());
    }

    /** Whether the task is a response: only those keep their request. */
    static boolean isResponse(TaskView task) {
        return !task.spec().requestBody().isEmpty();
    }

    /** The id of the only output item of a response. */
    static String ofCall(TaskView task) {
        return CALL + TaskIds.hex(task.publicId());
    }

    /** The {@link dev.darkroom.task.PublicId public} id of the response with this output item. */
    static Optional<UUID> parseCall(String id) {
        return id.startsWith(CALL) ? TaskIds.parseHex(id.substring(CALL.length())) : Optional.empty();
    }

    /** The {@link dev.darkroom.task.PublicId public} id of a response; empty if the text has another form. */
    static Optional<UUID> parseResponse(String id) {
        return id.startsWith(RESPONSE) ? TaskIds.parseHex(id.substring(RESPONSE.length())) : Optional.empty();
    }
}

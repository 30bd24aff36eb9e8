package dev.darkroom.dialect.getimg;

import dev.darkroom.api.TaskIds;
import dev.darkroom.task.TaskView;
import java.util.Optional;
import java.util.UUID;

/**
 * The ids of generations in responses, such as {@code req-01JX3N8Q4V5T6Y7Z8A9B0C1D2E} (providers/getimg.md §4). The
 * vendor's samples have the alphabet and the length of a ULID.
 */
final class RequestIds {

    private static final String PREFIX = "req-";

    private RequestIds() {}

    static String of(TaskView task) {
        return PREFIX + TaskIds.base32(task.publicId());
    }

    /** The public id of a task; empty if the text has another form. */
    static Optional<UUID> parse(String id) {
        return id.startsWith(PREFIX) ? TaskIds.parseBase32(id.substring(PREFIX.length())) : Optional.empty();
    }
}

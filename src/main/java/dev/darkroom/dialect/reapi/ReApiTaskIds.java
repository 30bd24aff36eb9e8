package dev.darkroom.dialect.reapi;

import dev.darkroom.api.TaskIds;
import dev.darkroom.task.TaskView;
import java.util.Optional;
import java.util.UUID;

/** The format of task ids: {@code task_} and 32 hex digits (providers/reapi.md §4). */
final class ReApiTaskIds {

    private static final String PREFIX = "task_";

    private ReApiTaskIds() {}

    static String write(TaskView task) {
        return PREFIX + TaskIds.hex(task.publicId());
    }

    /** The {@link dev.darkroom.task.PublicId public} id; empty if the text is not a task id. */
    static Optional<UUID> parse(String id) {
        return id.startsWith(PREFIX) ? TaskIds.parseHex(id.substring(PREFIX.length())) : Optional.empty();
    }
}

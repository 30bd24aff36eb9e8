package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.TaskIds;
import dev.darkroom.task.TaskView;
import java.util.Optional;
import java.util.UUID;

/** The task id of the API; the prefix is kie.ai's for this kind of model (providers/aigenerate.md §9). */
final class JobId {

    private static final String PREFIX = "task_gptimage_";

    private JobId() {}

    static String of(TaskView task) {
        return PREFIX + TaskIds.hex(task.id());
    }

    static Optional<UUID> parse(String id) {
        return id.startsWith(PREFIX) ? TaskIds.parseHex(id.substring(PREFIX.length())) : Optional.empty();
    }
}

package dev.darkroom.dialect.reapi;

import dev.darkroom.dialect.TaskIds;
import java.util.Optional;
import java.util.UUID;

/** Task ids as they are here: {@code task_} and 32 hex digits (providers/reapi.md §4). */
final class ReApiTaskIds {

    private static final String PREFIX = "task_";

    private ReApiTaskIds() {}

    static String write(UUID id) {
        return PREFIX + TaskIds.compact(id);
    }

    /** Empty when it is none of ours. */
    static Optional<UUID> parse(String id) {
        return id.startsWith(PREFIX) ? TaskIds.parseCompact(id.substring(PREFIX.length())) : Optional.empty();
    }
}

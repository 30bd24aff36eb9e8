package dev.darkroom.api;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.PollResult;
import dev.darkroom.task.TaskView;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Polls the task of a request that {@link AccessChecks} has admitted. */
public final class TaskPolling {

    private TaskPolling() {}

    /**
     * The task as its client sees it. The poll itself advances a task whose progression counts polls. {@code HEAD}
     * tells its client nothing about the status, so it does not count as a poll.
     *
     * @param id empty when the request has no valid id
     * @throws ApiException when the dialect has no such task
     */
    public static TaskView poll(RequestContext request, Optional<UUID> id) {
        return request.isHead() ? peek(request, id) : find(request, id, Sandbox::poll);
    }

    /** As {@link #poll}, but the task does not advance. */
    public static TaskView peek(RequestContext request, Optional<UUID> id) {
        return find(request, id, Sandbox::peek);
    }

    private static TaskView find(
            RequestContext request, Optional<UUID> id, BiFunction<Sandbox, UUID, PollResult> reader) {
        Dialect dialect = request.dialect();
        Sandbox sandbox = request.sandbox().orElseThrow();
        PollResult result = id.map(task -> reader.apply(sandbox, task)).orElseThrow(dialect.errors()::unknownTask);
        request.setTaskFault(result.fault());
        TaskView task = result.task()
                .filter(found -> found.spec().dialect().equals(dialect.name()))
                .orElseThrow(dialect.errors()::unknownTask);
        if (!request.isHead()) {
            request.setReportedTask(task);
        }
        return task;
    }
}

package dev.darkroom.api;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.PollResult;
import dev.darkroom.task.TaskView;
import java.util.Optional;
import java.util.UUID;

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
        Dialect dialect = request.dialect();
        Sandbox sandbox = request.sandbox().orElseThrow();
        PollResult result = id.map(task -> request.isHead() ? sandbox.peek(task) : sandbox.poll(task))
                .orElseThrow(dialect.errors()::unknownTask);
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

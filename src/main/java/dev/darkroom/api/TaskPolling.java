package dev.darkroom.api;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.task.PollResult;
import dev.darkroom.task.TaskView;
import java.util.Optional;
import java.util.UUID;

/** Polls the task of a request that {@link AccessChecks} has admitted. */
public final class TaskPolling {

    private TaskPolling() {}

    /**
     * The task as its client sees it. The poll itself advances a task whose progression counts polls.
     *
     * @param id empty when the request has no valid id
     * @throws ApiException when the dialect has no such task
     */
    public static TaskView poll(RequestContext request, Optional<UUID> id) {
        Dialect dialect = request.dialect();
        PollResult result = id.map(request.sandbox().orElseThrow()::poll).orElseThrow(dialect.errors()::unknownTask);
        request.setTaskFault(result.fault());
        TaskView task = result.task()
                .filter(found -> found.spec().dialect().equals(dialect.name()))
                .orElseThrow(dialect.errors()::unknownTask);
        request.setReportedTask(task);
        return task;
    }
}

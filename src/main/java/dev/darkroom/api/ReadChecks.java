package dev.darkroom.api;

import dev.darkroom.chaos.FaultContext;
import dev.darkroom.chaos.Operation;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskSpec;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/**
 * The checks of a request that only reads.
 *
 * @param taskId the task to read; empty if the request is not about a task, or its task id is malformed
 */
record ReadChecks(RequestContext request, Operation operation, Optional<UUID> taskId) implements OperationChecks {

    @Override
    public FaultContext faultContext() {
        return new FaultContext(
                operation,
                request.dialect().name(),
                () -> fromTask(TaskSpec::model),
                () -> fromTask(TaskSpec::prompt),
                taskId,
                OptionalLong.empty());
    }

    private Optional<String> fromTask(Function<TaskSpec, String> property) {
        Sandbox sandbox = request.sandbox().orElseThrow();
        return taskId.flatMap(sandbox::task).map(task -> property.apply(task.spec()));
    }
}

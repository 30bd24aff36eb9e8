package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskEffect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The task fails.
 *
 * @param code an error code of the dialect; empty for the dialect's default
 * @param after when the task fails, counted from its creation on the sandbox's clock; empty for when it would have
 *     completed
 */
public record Fail(Optional<String> code, Optional<Duration> after) implements TaskFault {

    static final FaultType TYPE = new FaultType(
            "fail",
            FaultTarget.TASK,
            "code",
            List.of("code", "after"),
            fields -> new Fail(fields.code("code", RuleFields.MAX_CHARACTERS), fields.duration("after")));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("code", code.orElse(null), "after", after.orElse(null));
    }

    @Override
    public TaskEffect effect() {
        return TaskEffect.FAILURE;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        PlanOverrides failing = overrides.failing(code);
        return after.map(end -> failing.with(failing.timing().withEnd(end))).orElse(failing);
    }
}

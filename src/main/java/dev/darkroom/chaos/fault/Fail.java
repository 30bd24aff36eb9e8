package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The task fails.
 *
 * @param code of the dialect's; where none is given, the usual one
 * @param after when, counted from its creation on the sandbox' clock; where nothing is said, when it would have completed
 */
public record Fail(Optional<String> code, Optional<Duration> after) implements TaskFault {

    static final FaultType KIND = new FaultType(
            "fail",
            FaultTarget.TASK,
            "code",
            List.of("code", "after"),
            fields -> new Fail(fields.code("code"), fields.duration("after")));

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("code", code.orElse(null), "after", after.orElse(null));
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        PlanOverrides failing = overrides.failing(code);
        return after.map(end -> failing.with(failing.timing().withEnd(end))).orElse(failing);
    }
}

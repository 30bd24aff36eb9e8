package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The task fails, and its credits are not given back.
 *
 * @param code of the dialect's; where none is given, the usual one
 */
public record NoRefund(Optional<String> code) implements TaskFault {

    static final FaultType KIND = new FaultType(
            "no_refund", FaultTarget.TASK, "code", List.of("code"), fields -> new NoRefund(fields.code("code")));

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("code", code.orElse(null));
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        boolean keepsCode = code.isEmpty() && overrides.outcome() instanceof Outcome.Fails;
        return (keepsCode ? overrides : overrides.failing(code)).withoutRefund();
    }
}

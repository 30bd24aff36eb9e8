package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskEffect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The task fails, and its credits are not refunded, however it fails.
 *
 * @param code an error code of the dialect; empty for the dialect's default
 */
public record NoRefund(Optional<String> code) implements TaskFault {

    static final FaultType TYPE = new FaultType(
            "no_refund",
            FaultTarget.TASK,
            "code",
            List.of("code"),
            fields -> new NoRefund(fields.code("code", RuleFields.MAX_CHARACTERS)));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("code", code.orElse(null));
    }

    @Override
    public TaskEffect effect() {
        return TaskEffect.NO_REFUND;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        boolean keepsCode = code.isEmpty() && overrides.outcome() instanceof Outcome.Fails;
        return keepsCode ? overrides : overrides.failing(code);
    }
}

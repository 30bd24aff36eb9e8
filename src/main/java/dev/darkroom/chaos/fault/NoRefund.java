package dev.darkroom.chaos.fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The task fails, and its credits are not given back.
 *
 * @param code of the dialect's; where none is given, the usual one
 */
public record NoRefund(Optional<String> code) implements TaskFault {

    static final Kind KIND =
            new Kind("no_refund", Place.TASK, "code", List.of("code"), fields -> new NoRefund(fields.code("code")));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("code", code.orElse(null));
    }
}

package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.InvalidRule;
import dev.darkroom.chaos.RuleFields;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of fault, and how one is read.
 *
 * @param name as rules write it
 * @param main the component that a bare value stands for; empty when a bare value must be {@code true}
 * @param components the names of all of them
 */
public record FaultType(
        String name, FaultTarget place, String main, List<String> components, Function<RuleFields, Fault> reader) {

    /**
     * Reads what stands behind its name: an object of its components, the bare value of the main one, or {@code true}.
     *
     * @param field what to call it when it is wrong
     * @throws InvalidRule when it is
     */
    public Fault read(String field, Object value) {
        if (value instanceof Map<?, ?> map) {
            return reader.apply(new RuleFields(field + ".", map).only(components));
        }
        if (Boolean.TRUE.equals(value) || value == null) {
            return reader.apply(new RuleFields(field + ".", Map.of()));
        }
        if (main.isEmpty()) {
            throw new InvalidRule(
                    field, components.isEmpty() ? "It can only be true." : "It must be true or an object.");
        }
        return reader.apply(new RuleFields(field + ".", Map.of(main, value)));
    }
}

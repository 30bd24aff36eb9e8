package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.InvalidRuleException;
import dev.darkroom.chaos.RuleFields;
import dev.darkroom.field.FieldReader;
import dev.darkroom.field.MapValue;
import dev.darkroom.field.ObjectValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A type of fault, and how to read a fault of this type.
 *
 * @param name the name in rules
 * @param main the component that a bare value sets; empty when the only bare value is {@code true}
 * @param components the names of all components
 */
public record FaultType(
        String name, FaultTarget target, String main, List<String> components, Function<FieldReader, Fault> reader) {

    /**
     * Reads a fault from its value in a rule: an object with its components, the bare value of the main component, or
     * {@code true}.
     *
     * @param field the name of the value in error messages
     * @throws InvalidRuleException when the value is invalid
     */
    public Fault read(String field, Object ruleValue) {
        Object value = MapValue.of(ruleValue);
        if (value instanceof ObjectValue object) {
            return reader.apply(RuleFields.of(field + ".", object).allowOnly(components));
        }
        if (Boolean.TRUE.equals(value) || value == null) {
            return reader.apply(RuleFields.of(field + ".", Map.of()));
        }
        if (main.isEmpty()) {
            throw new InvalidRuleException(
                    field, components.isEmpty() ? "It can only be true." : "It must be true or an object.");
        }
        return reader.apply(RuleFields.of(field + ".", Map.of(main, value)));
    }
}

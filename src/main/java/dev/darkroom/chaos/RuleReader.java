package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.field.FieldReader;
import dev.darkroom.field.MapValue;
import dev.darkroom.field.ObjectValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads rules from parsed JSON or YAML, each of the form {@code {name, when, then}}.
 *
 * @param vocabulary the names that rules can refer to
 */
public record RuleReader(RuleVocabulary vocabulary) {

    private static final int MAX_REGEXES = 10;
    private static final List<String> FIELDS = List.of("name", "when", "then");
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1,64}");

    /**
     * Reads a list of rules.
     *
     * @param field the name of the list in error messages
     * @param earlier the rules that take precedence over these
     * @throws InvalidRuleException for the first invalid rule
     */
    public List<FaultRule> read(String field, Object list, List<FaultRule> earlier) {
        if (!(MapValue.of(list) instanceof List<?> entries)) {
            throw new InvalidRuleException(field, "It must be a list of rules.");
        }
        if (entries.size() + earlier.size() > FaultSet.MAX_RULES) {
            throw new InvalidRuleException(field, "There may be at most " + FaultSet.MAX_RULES + " rules.");
        }
        List<FaultRule> all = new ArrayList<>(earlier);
        Set<String> names = new HashSet<>();
        earlier.forEach(rule -> names.add(rule.name()));
        for (int i = 0; i < entries.size(); i++) {
            FaultRule rule = rule(field + "[" + i + "]", entries.get(i), names);
            requireReachable(field + "[" + i + "]", rule, all);
            names.add(rule.name());
            all.add(rule);
            if (all.stream().filter(r -> r.condition().prompt().isPresent()).count() > MAX_REGEXES) {
                throw new InvalidRuleException(
                        field + "[" + i + "].when.prompt", "At most " + MAX_REGEXES + " rules may have one.");
            }
        }
        return all.subList(earlier.size(), all.size());
    }

    private FaultRule rule(String field, Object entry, Set<String> names) {
        if (!(entry instanceof ObjectValue object)) {
            throw new InvalidRuleException(field, "It must be an object with when and then.");
        }
        FieldReader fields = RuleFields.of(field + ".", object).allowOnly(FIELDS);
        FieldReader when = fields.object("when").orElseGet(() -> RuleFields.of(field + ".when.", Map.of()));
        Optional<Operation> operation = RuleConditionReader.operation(when);
        Fault fault = fault(fields, operation, when);
        return new FaultRule(
                name(fields, fault, names), new RuleConditionReader(vocabulary, when, operation).read(fault), fault);
    }

    private Fault fault(FieldReader fields, Optional<Operation> operation, FieldReader when) {
        FieldReader then = fields.object("then")
                .filter(object -> object.object().size() == 1)
                .orElseThrow(() -> fields.invalid(
                        "then", "It must be an object with one fault. Use one of: " + FaultTypes.names() + "."));
        String name = then.object().names().iterator().next();
        Fault fault = type(fields, operation, name, when)
                .read(fields.path("then." + name), then.object().get(name));
        fault.code().ifPresent(code -> checkCode(fields, "then." + name, code, when));
        return fault;
    }

    /** Checks that a dialect of the rule has the code. {@link RuleConditionReader} rejects an unknown dialect later. */
    private void checkCode(FieldReader fields, String field, String code, FieldReader when) {
        Optional<String> dialect = when.string("dialect", RuleFields.MAX_CHARACTERS);
        boolean isUnknownDialect = dialect.isPresent() && !vocabulary.dialects().contains(dialect.get());
        Set<String> codes = vocabulary.codesOf(dialect.orElse(null));
        if (isUnknownDialect || codes.contains(code)) {
            return;
        }
        String hint = dialect.isEmpty() && vocabulary.isCode(code)
                ? " A code that only some vendors have needs 'dialect' in 'when'."
                : "";
        throw fields.invalid(field, "Use one of the codes: " + String.join(", ", codes) + "." + hint);
    }

    private static FaultType type(FieldReader fields, Optional<Operation> operation, String name, FieldReader when) {
        if (operation.isPresent()) {
            return FaultTypes.of(operation.get(), name)
                    .orElseThrow(() -> fields.invalid(
                            "then",
                            (FaultTypes.named(name).isEmpty()
                                            ? "There is no such fault for '"
                                            : "This fault does not apply to '")
                                    + RuleConditionReader.word(operation.get()) + "'. Use one of: "
                                    + FaultTypes.names(operation.get()) + "."));
        }
        List<FaultType> types = FaultTypes.named(name);
        if (types.size() > 1) {
            throw when.invalid("operation", "'" + name + "' is a fault of tasks and of files. Use task or file.");
        }
        return types.stream()
                .findFirst()
                .orElseThrow(() -> fields.invalid("then", "Use one of: " + FaultTypes.names() + "."));
    }

    private static String name(FieldReader fields, Fault fault, Set<String> names) {
        Optional<String> name = fields.string("name", RuleFields.MAX_CHARACTERS);
        if (name.isPresent()) {
            if (!NAME.matcher(name.get()).matches()) {
                throw fields.invalid("name", "It must have 1 to 64 visible ASCII characters and no space.");
            }
            if (names.contains(name.get())) {
                throw fields.invalid("name", "Another rule has this name.");
            }
            return name.get();
        }
        int number = 1;
        while (names.contains(fault.type().name() + "-" + number)) {
            number++;
        }
        return fault.type().name() + "-" + number;
    }

    private static void requireReachable(String field, FaultRule rule, List<FaultRule> earlier) {
        earlier.stream().filter(other -> other.shadows(rule)).findFirst().ifPresent(other -> {
            throw new InvalidRuleException(
                    field, "It never applies, because the earlier rule '" + other.name() + "' always does.");
        });
    }
}

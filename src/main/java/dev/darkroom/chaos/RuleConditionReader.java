package dev.darkroom.chaos;

import com.google.re2j.Pattern;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.field.FieldReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads the condition of a rule. Rejects conditions that never hold.
 *
 * @param fields the fields of {@code when}
 * @param operation the operation that the condition names
 */
record RuleConditionReader(RuleVocabulary vocabulary, FieldReader fields, Optional<Operation> operation) {

    private static final List<String> FIELDS = List.of(
            "operation",
            "dialect",
            "model",
            "prompt",
            "task_id",
            "probability",
            "skip",
            "times",
            "ttl",
            "window",
            "ramp");
    private static final List<String> WINDOW = List.of("after", "duration", "every");
    private static final int MAX_COUNT = 1_000_000_000;
    private static final String OPERATIONS =
            Arrays.stream(Operation.values()).map(RuleConditionReader::word).collect(Collectors.joining(", "));

    static Optional<Operation> operation(FieldReader when) {
        return when.string("operation", RuleFields.MAX_CHARACTERS).map(word -> Arrays.stream(Operation.values())
                .filter(operation -> word(operation).equals(word))
                .findFirst()
                .orElseThrow(() -> when.invalid("operation", "Use one of: " + OPERATIONS + ".")));
    }

    static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    RuleCondition read(Fault fault) {
        fields.allowOnly(FIELDS);
        Set<Operation> operations = operations(fault);
        Optional<Duration> ttl = fields.positiveDuration("ttl");
        return new RuleCondition(
                operations,
                dialect(),
                text("model").map(Wildcard::new),
                text("prompt").map(this::regex),
                taskId(),
                fields.fraction("probability", 0.000001, 1).orElse(1.0),
                fields.wholeNumber("skip", 0, MAX_COUNT).orElse(0),
                times(fault),
                ttl,
                window(ttl),
                fields.positiveDuration("ramp"));
    }

    private Set<Operation> operations(Fault fault) {
        Set<Operation> operations =
                operation
                        .<Set<Operation>>map(EnumSet::of)
                        .orElse(fault.type().target().defaultOperations())
                        .stream()
                        .filter(fault::supports)
                        .collect(Collectors.toSet());
        if (operations.isEmpty()) {
            throw fields.invalid("operation", "With 'after', it must be create: no other response waits for a task.");
        }
        return operations;
    }

    /** An outage happens once by default. Without a limit, another would begin as soon as it ends. */
    private Optional<Integer> times(Fault fault) {
        OptionalInt times = fields.wholeNumber("times", 1, MAX_COUNT);
        return times.isPresent()
                ? Optional.of(times.getAsInt())
                : fault.outage().map(duration -> 1);
    }

    private Optional<String> dialect() {
        Optional<String> dialect = fields.string("dialect", RuleFields.MAX_CHARACTERS);
        if (dialect.filter(name -> !vocabulary.dialects().contains(name)).isPresent()) {
            throw fields.invalid("dialect", "Use one of: " + String.join(", ", vocabulary.dialects()) + ".");
        }
        return dialect;
    }

    /** A condition on a property that balance requests do not have. */
    private Optional<String> text(String name) {
        Optional<String> text = fields.string(name, RuleFields.MAX_CHARACTERS);
        if (text.isPresent() && operation.equals(Optional.of(Operation.CREDITS))) {
            throw fields.invalid(name, "It never matches, because balance requests have no " + name + ".");
        }
        return text;
    }

    private Optional<UUID> taskId() {
        Optional<UUID> id = text("task_id").map(this::uuid);
        if (id.isPresent() && operation.equals(Optional.of(Operation.CREATE))) {
            throw fields.invalid(
                    "task_id", "It never matches, because a task has no id before it is created. Use operation task.");
        }
        return id;
    }

    private UUID uuid(String text) {
        return vocabulary
                .ids()
                .apply(text)
                .orElseThrow(() -> fields.invalid("task_id", "It must be the id of a task."));
    }

    private Pattern regex(String text) {
        return Regex.parse(text).orElseThrow(() -> fields.invalid("prompt", Regex.RULE));
    }

    private Optional<Window> window(Optional<Duration> ttl) {
        return fields.object("window").map(window -> {
            window.allowOnly(WINDOW);
            Duration after = window.duration("after").orElse(Duration.ZERO);
            Duration duration = window.positiveDuration("duration")
                    .orElseThrow(() -> window.invalid("duration", "Give a duration, such as 30s."));
            Optional<Duration> every = window.positiveDuration("every");
            if (every.filter(e -> e.compareTo(duration) <= 0).isPresent()) {
                throw window.invalid("every", "It must be longer than the duration.");
            }
            if (ttl.filter(t -> t.compareTo(after) <= 0).isPresent()) {
                throw window.invalid("after", "It never opens, because the ttl ends first.");
            }
            return new Window(after, duration, every);
        });
    }
}

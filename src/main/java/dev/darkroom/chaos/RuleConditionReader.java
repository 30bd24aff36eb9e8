package dev.darkroom.chaos;

import com.google.re2j.Pattern;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.Outage;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads when a rule strikes, and refuses what never can. */
record RuleConditionReader(RuleVocabulary known, RuleFields when, Optional<Operation> operation) {

    private static final List<String> WHEN = List.of(
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

    static Optional<Operation> operation(RuleFields when) {
        return when.text("operation").map(word -> Arrays.stream(Operation.values())
                .filter(operation -> word(operation).equals(word))
                .findFirst()
                .orElseThrow(() -> when.invalid("operation", "Use one of: " + OPERATIONS + ".")));
    }

    static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    RuleCondition read(Fault fault) {
        when.only(WHEN);
        Set<Operation> operations = operation
                .<Set<Operation>>map(EnumSet::of)
                .orElse(fault.kind().place().usual());
        Optional<Duration> ttl = when.span("ttl");
        return new RuleCondition(
                operations,
                dialect(),
                text("model").map(Wildcard::new),
                text("prompt").map(this::regex),
                taskId(),
                when.fraction("probability", 0.000001, 1).orElse(1.0),
                when.count("skip", 0, MAX_COUNT).orElse(0),
                when.count("times", 1, MAX_COUNT).or(() -> fault instanceof Outage ? Optional.of(1) : Optional.empty()),
                ttl,
                window(ttl),
                when.span("ramp"));
    }

    private Optional<String> dialect() {
        Optional<String> dialect = when.text("dialect");
        if (dialect.filter(name -> !known.dialects().contains(name)).isPresent()) {
            throw when.invalid("dialect", "Use one of: " + String.join(", ", known.dialects()) + ".");
        }
        return dialect;
    }

    /** A condition that a request for the balance never fulfils. */
    private Optional<String> text(String name) {
        Optional<String> text = when.text(name);
        if (text.isPresent() && operation.equals(Optional.of(Operation.CREDITS))) {
            throw when.invalid(name, "It never fits, for a request for the balance has none.");
        }
        return text;
    }

    private Optional<UUID> taskId() {
        Optional<UUID> id = text("task_id").map(this::uuid);
        if (id.isPresent() && operation.equals(Optional.of(Operation.CREATE))) {
            throw when.invalid("task_id", "It never fits, for a task has no id before it is created; use task.");
        }
        return id;
    }

    private UUID uuid(String text) {
        return known.ids().apply(text).orElseThrow(() -> when.invalid("task_id", "It must be the id of a task."));
    }

    private Pattern regex(String text) {
        return Regex.parse(text).orElseThrow(() -> when.invalid("prompt", Regex.RULE));
    }

    private Optional<Window> window(Optional<Duration> ttl) {
        return when.object("window").map(fields -> {
            fields.only(WINDOW);
            Duration after = fields.duration("after").orElse(Duration.ZERO);
            Duration duration = fields.span("duration")
                    .orElseThrow(() -> fields.invalid("duration", "Say how long it is open, such as 30s."));
            Optional<Duration> every = fields.span("every");
            if (every.filter(e -> e.compareTo(duration) <= 0).isPresent()) {
                throw fields.invalid("every", "It must be longer than the duration.");
            }
            if (ttl.filter(t -> t.compareTo(after) <= 0).isPresent()) {
                throw fields.invalid("after", "It never opens, for the ttl ends before.");
            }
            return new Window(after, duration, every);
        });
    }
}

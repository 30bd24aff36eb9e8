package dev.darkroom.chaos;

import dev.darkroom.time.Durations;
import dev.darkroom.time.Latency;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a rule, or of an object in it, as a reader of JSON or YAML gives them: texts, numbers, truth values and
 * maps. Whatever is wrong with one is an {@link InvalidRule} that names it.
 */
public final class RuleFields {

    private static final int MAX_CHARACTERS = 1000;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    private static final String DURATION_RULE = "It must be a duration from %s to 3650d, such as 500ms, 30s or PT30S.";

    private final String path;
    private final Map<?, ?> fields;

    /** @param path what the names of its fields begin with when one is told of */
    public RuleFields(String path, Map<?, ?> fields) {
        this.path = path;
        this.fields = fields;
    }

    /** @throws InvalidRule when it has a field of another name */
    public RuleFields only(List<String> names) {
        for (Object name : fields.keySet()) {
            if (!names.contains(name)) {
                throw new InvalidRule(
                        path + shown(name),
                        names.isEmpty()
                                ? "There are no fields here."
                                : "It is not a field here. Use: " + String.join(", ", names) + ".");
            }
        }
        return this;
    }

    public boolean has(String name) {
        return fields.get(name) != null;
    }

    public int size() {
        return fields.size();
    }

    /** What a field holds, whatever it is; null for nothing. */
    public Object get(String name) {
        return fields.get(name);
    }

    /** The name of its only field. */
    public String onlyName() {
        return String.valueOf(fields.keySet().iterator().next());
    }

    public Optional<String> text(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isEmpty() || text.length() > MAX_CHARACTERS) {
            throw invalid(name, "It must be a string of 1 to " + MAX_CHARACTERS + " characters.");
        }
        return Optional.of(text);
    }

    /** The code of an error, which is a whole number with some vendors. */
    public Optional<String> code(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(Number.class::isInstance)
                .map(Object::toString)
                .filter(digits -> DIGITS.matcher(digits).matches())
                .or(() -> text(name));
    }

    /** False when it is missing. */
    public boolean flag(String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof Boolean)) {
            throw invalid(name, "It must be true or false.");
        }
        return Boolean.TRUE.equals(value);
    }

    /** A length of time, which may be nothing. */
    public Optional<Duration> duration(String name) {
        return duration(name, Duration.ZERO, "0s");
    }

    /** The same, but longer than nothing. */
    public Optional<Duration> span(String name) {
        return duration(name, Duration.ofMillis(1), "1ms");
    }

    private Optional<Duration> duration(String name, Duration least, String leastInWords) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(Durations.parse(value instanceof String text ? text : "")
                .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(Latency.MAX) <= 0)
                .orElseThrow(() -> invalid(name, DURATION_RULE.formatted(leastInWords))));
    }

    /** From {@code least} to {@code most}. */
    public Optional<Double> fraction(String name, double least, double most) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        double number = number(value);
        if (!(number >= least && number <= most)) {
            throw invalid(name, "It must be a number from " + plain(least) + " to " + plain(most) + ".");
        }
        return Optional.of(number);
    }

    /** A whole number from {@code least} to {@code most}. */
    public Optional<Integer> count(String name, int least, int most) {
        Optional<Double> number = Optional.ofNullable(fields.get(name)).map(RuleFields::number);
        if (number.filter(n -> !(n >= least && n <= most) || n != Math.rint(n)).isPresent()) {
            throw invalid(name, "It must be a whole number from " + least + " to " + most + ".");
        }
        return number.map(Double::intValue);
    }

    /** An object in this one; empty when it is missing. */
    public Optional<RuleFields> object(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> inner) {
            return Optional.of(new RuleFields(path + name + ".", inner));
        }
        throw invalid(name, "It must be an object.");
    }

    /** How long something takes: a {@code duration}, or from {@code min} to {@code max}, or {@code median} and {@code p95}. */
    public Optional<Latency> latency() {
        if (has("duration") && (has("min") || has("max") || has("median") || has("p95"))) {
            throw invalid("duration", "Say how long, or a range, not both.");
        }
        try {
            if (has("min") || has("max")) {
                return Optional.of(new Latency.Range(required("min"), required("max")));
            }
            if (has("median") || has("p95")) {
                return Optional.of(new Latency.LogNormal(required("median"), required("p95")));
            }
            return duration("duration").map(Latency.Fixed::new);
        } catch (IllegalArgumentException e) {
            throw new InvalidRule(
                    path.isEmpty() ? path : path.substring(0, path.length() - 1),
                    "It needs a max not less than min, or a p95 not less than a median of at least 1ms.");
        }
    }

    /** A length of time that must be there. */
    public Duration required(String name) {
        return duration(name).orElseThrow(() -> invalid(name, DURATION_RULE.formatted("0s")));
    }

    /** What a field is called. */
    public String path(String name) {
        return path + name;
    }

    /** A refusal of one of these fields. */
    public InvalidRule invalid(String name, String hint) {
        return new InvalidRule(path + name, hint);
    }

    /** What is no number is none that is in any range. */
    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String shown(Object name) {
        String text = String.valueOf(name);
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}

package dev.darkroom.chaos;

import dev.darkroom.chaos.PromptTriggers.UnknownTrigger;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.FaultTarget;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.field.AsciiCase;
import dev.darkroom.field.FieldReader;
import dev.darkroom.time.Latency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the triggers of one prompt. Faults have the same names as in rules. */
final class TriggerReader {

    private static final int MAX_TRIGGERS = 100;
    private static final Pattern TRIGGER = Pattern.compile("\\[\\[([^\\[\\]:]*)(:[^\\[\\]]*)?]]");
    private static final Pattern AFTER = Pattern.compile("(?:(\\S+)\\s+)?after\\s+(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    /** {@code reject} already injects an error, and an outage would affect other requests too. */
    private static final List<String> RULES_ONLY = List.of("error", "outage");

    /** The triggers, with their values described in angle brackets. */
    static final List<String> TRIGGERS = Stream.of(
                    Stream.of(
                            "reject: <error code>",
                            "status: <200 to 599>",
                            "nsfw",
                            "moderation: <categories>",
                            "progression: <timed, instant, held or polls:n>",
                            "pending: <duration>",
                            "processing: <duration>",
                            "processed"),
                    names(FaultTarget.TASK),
                    names(FaultTarget.REQUEST),
                    Stream.of(oneOf("callback", FaultTarget.CALLBACK), oneOf("file", FaultTarget.FILE)))
            .flatMap(triggers -> triggers)
            .map(trigger -> "[[" + trigger + "]]")
            .toList();

    private static final Map<FaultTarget, String> PREFIXES =
            Map.of(FaultTarget.CALLBACK, "callback: ", FaultTarget.FILE, "file: ");

    private final Set<String> reject = new LinkedHashSet<>();
    private final Set<String> progression = new LinkedHashSet<>();
    private final List<InjectedFault<Fault>> faults = new ArrayList<>();
    private final Set<UnknownTrigger> unknown = new LinkedHashSet<>();
    private Optional<Latency> pending = Optional.empty();
    private Optional<Latency> processing = Optional.empty();
    private Optional<ModerationTrigger> moderation = Optional.empty();
    private boolean isProcessed;

    PromptTriggers read(String prompt) {
        Matcher matcher = TRIGGER.matcher(prompt);
        for (int count = 0; matcher.find(); count++) {
            if (count == MAX_TRIGGERS) {
                unknown.add(new UnknownTrigger(
                        matcher.group(), Optional.of("a prompt can have at most " + MAX_TRIGGERS + " triggers")));
                break;
            }
            String word = normalized(matcher.group(1));
            String value =
                    matcher.group(2) == null ? "" : normalized(matcher.group(2).substring(1));
            read(matcher.group(), word, value);
        }
        return new PromptTriggers(
                List.copyOf(reject),
                moderation,
                List.copyOf(progression),
                pending,
                processing,
                isProcessed,
                faults,
                List.copyOf(unknown));
    }

    private void read(String trigger, String word, String value) {
        switch (word) {
            case "reject" -> addValue(trigger, value, reject);
            case "progression" -> addValue(trigger, value, progression);
            case "nsfw" -> addNsfw(trigger, value);
            case "moderation" -> addModeration(trigger, value);
            case "processed" -> isProcessed |= isFlag(trigger, value);
            case "pending" -> pending = pending.or(() -> latency(trigger, value));
            case "processing" -> processing = processing.or(() -> latency(trigger, value));
            case "callback" -> addFault(trigger, FaultTarget.CALLBACK, value);
            case "file" -> addFault(trigger, FaultTarget.FILE, value);
            case "status" -> addStatus(trigger, value);
            default -> addFault(trigger, target(word), (word + " " + value).strip());
        }
    }

    private void addValue(String trigger, String value, Set<String> values) {
        if (value.isEmpty()) {
            addUnknown(trigger);
        } else {
            values.add(value);
        }
    }

    private void addNsfw(String trigger, String value) {
        if (isFlag(trigger, value) && moderation.isEmpty()) {
            moderation = Optional.of(ModerationTrigger.NSFW);
        }
    }

    private void addModeration(String trigger, String value) {
        Optional<ModerationTrigger> found = ModerationTrigger.parse(value);
        if (found.isEmpty()) {
            unknown.add(new UnknownTrigger(trigger, Optional.of("use " + ModerationTrigger.RULE)));
        }
        moderation = moderation.or(() -> found);
    }

    private boolean isFlag(String trigger, String value) {
        if (!value.isEmpty()) {
            addUnknown(trigger);
        }
        return value.isEmpty();
    }

    private static FaultTarget target(String word) {
        return FaultTypes.of(FaultTarget.TASK, word).isPresent() ? FaultTarget.TASK : FaultTarget.REQUEST;
    }

    /** @param words the name of the fault, optionally followed by a space and its value */
    private void addFault(String trigger, FaultTarget target, String words) {
        String[] nameAndValue = words.split("\\s+", 2);
        String name = nameAndValue[0];
        Optional<FaultType> type = FaultTypes.of(target, name).filter(t -> !RULES_ONLY.contains(t.name()));
        if (type.isEmpty()) {
            addUnknown(trigger);
            return;
        }
        try {
            Fault fault = type.get().read(name, nameAndValue.length == 1 ? null : value(type.get(), nameAndValue[1]));
            faults.add(new InjectedFault<>(
                    PREFIXES.getOrDefault(target, "") + name + " in the prompt",
                    fault.resolve(new SplittableRandom(0))));
        } catch (InvalidRuleException e) {
            unknown.add(new UnknownTrigger(trigger, Optional.of(e.getMessage())));
        }
    }

    /** The value of the main component, of {@code after}, or of both: {@code 504 after 60s}. */
    private static Object value(FaultType type, String text) {
        Matcher matcher = AFTER.matcher(text);
        if (!type.components().contains("after") || !matches(matcher, type)) {
            return numberOrText(text);
        }
        return matcher.group(1) == null
                ? Map.of("after", matcher.group(2))
                : Map.of(type.main(), numberOrText(matcher.group(1)), "after", matcher.group(2));
    }

    /** A main component that is {@code after} itself needs no second time. */
    private static boolean matches(Matcher matcher, FaultType type) {
        return matcher.matches() && (matcher.group(1) == null || !type.main().equals("after"));
    }

    /** An error fault that a status alone describes. */
    private void addStatus(String trigger, String value) {
        try {
            Fault fault = FaultTypes.of(FaultTarget.REQUEST, "error")
                    .orElseThrow()
                    .read("error", Map.of("status", numberOrText(value)));
            faults.add(new InjectedFault<>("status in the prompt", fault));
        } catch (InvalidRuleException e) {
            unknown.add(new UnknownTrigger(trigger, Optional.of(e.getMessage())));
        }
    }

    private void addUnknown(String trigger) {
        unknown.add(new UnknownTrigger(trigger, Optional.empty()));
    }

    private static Object numberOrText(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private Optional<Latency> latency(String trigger, String value) {
        try {
            FieldReader fields = RuleFields.of("", value.isEmpty() ? Map.of() : Map.of("duration", value));
            return Optional.of(new Latency.Fixed(fields.requiredDuration("duration")));
        } catch (InvalidRuleException e) {
            unknown.add(new UnknownTrigger(trigger, Optional.of(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Stream<String> names(FaultTarget target) {
        return FaultTypes.ALL.stream()
                .filter(type -> type.target() == target && !RULES_ONLY.contains(type.name()))
                .map(FaultType::name);
    }

    private static String oneOf(String word, FaultTarget target) {
        return word + ": <" + names(target).collect(Collectors.joining(", ")) + ">";
    }

    private static String normalized(String text) {
        return AsciiCase.lower(text.strip());
    }
}

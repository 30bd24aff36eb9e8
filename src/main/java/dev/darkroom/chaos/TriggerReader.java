package dev.darkroom.chaos;

import dev.darkroom.chaos.PromptTriggers.UnknownTrigger;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.FaultTarget;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.time.Latency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the triggers of one prompt. Faults go by the names that they have in rules. */
final class TriggerReader {

    private static final Pattern TRIGGER = Pattern.compile("\\[\\[([^\\[\\]:]*)(:[^\\[\\]]*)?]]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    /** An error is asked for with reject, and an outage is about other requests, too. */
    private static final List<String> RULES_ONLY = List.of("error", "outage");

    static final String WORDS = "[[reject: <error code>]], [[nsfw]], [[progression: <timed, instant, held or"
            + " polls:n>]], [[pending: <duration>]], [[processing: <duration>]], [[processed]], "
            + Stream.concat(names(FaultTarget.TASK), names(FaultTarget.REQUEST))
                    .map(name -> "[[" + name + "]]")
                    .collect(Collectors.joining(", "))
            + ", [[callback: <" + names(FaultTarget.CALLBACK).collect(Collectors.joining(", ")) + ">]], [[file: <"
            + names(FaultTarget.FILE).collect(Collectors.joining(", ")) + ">]]";

    private static final Map<FaultTarget, String> PREFIXES =
            Map.of(FaultTarget.CALLBACK, "callback: ", FaultTarget.FILE, "file: ");

    private final Set<String> reject = new LinkedHashSet<>();
    private final Set<String> progression = new LinkedHashSet<>();
    private final List<InjectedFault<Fault>> faults = new ArrayList<>();
    private final Set<UnknownTrigger> unknown = new LinkedHashSet<>();
    private Optional<Latency> pending = Optional.empty();
    private Optional<Latency> processing = Optional.empty();
    private boolean nsfw;
    private boolean processed;

    PromptTriggers read(String prompt) {
        for (Matcher matcher = TRIGGER.matcher(prompt); matcher.find(); ) {
            String word = plain(matcher.group(1));
            String value =
                    matcher.group(2) == null ? "" : plain(matcher.group(2).substring(1));
            read(matcher.group(), word, value);
        }
        return new PromptTriggers(
                List.copyOf(reject),
                nsfw,
                List.copyOf(progression),
                pending,
                processing,
                processed,
                faults,
                List.copyOf(unknown));
    }

    private void read(String whole, String word, String value) {
        switch (word) {
            case "reject" -> take(whole, !value.isEmpty() && reject.add(value) || reject.contains(value));
            case "progression" ->
                take(whole, !value.isEmpty() && progression.add(value) || progression.contains(value));
            case "nsfw" -> take(whole, value.isEmpty() && (nsfw = true));
            case "processed" -> take(whole, value.isEmpty() && (processed = true));
            case "pending" -> pending = pending.or(() -> latency(whole, value));
            case "processing" -> processing = processing.or(() -> latency(whole, value));
            case "callback" -> fault(whole, FaultTarget.CALLBACK, value);
            case "file" -> fault(whole, FaultTarget.FILE, value);
            default -> fault(whole, place(word), (word + " " + value).strip());
        }
    }

    private static FaultTarget place(String word) {
        return FaultTypes.of(FaultTarget.TASK, word).isPresent() ? FaultTarget.TASK : FaultTarget.REQUEST;
    }

    /** @param words the name of the fault and, behind a space, what is said of it */
    private void fault(String whole, FaultTarget place, String words) {
        String[] nameAndValue = words.split("\\s+", 2);
        Optional<FaultType> kind = FaultTypes.of(place, nameAndValue[0]).filter(k -> !RULES_ONLY.contains(k.name()));
        if (kind.isEmpty()) {
            take(whole, false);
            return;
        }
        try {
            Fault fault = kind.get().read(nameAndValue[0], nameAndValue.length == 1 ? null : value(nameAndValue[1]));
            String name = PREFIXES.getOrDefault(place, "") + fault.kind().name() + " in the prompt";
            faults.add(new InjectedFault<>(name, fault.settled(new SplittableRandom(0))));
        } catch (InvalidRule e) {
            unknown.add(new UnknownTrigger(whole, Optional.of(e.getMessage())));
        }
    }

    private void take(String whole, boolean isTrigger) {
        if (!isTrigger) {
            unknown.add(new UnknownTrigger(whole, Optional.empty()));
        }
    }

    private static Object value(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private Optional<Latency> latency(String whole, String value) {
        try {
            RuleFields fields = new RuleFields("", value.isEmpty() ? Map.of() : Map.of("duration", value));
            return Optional.of(new Latency.Fixed(fields.required("duration")));
        } catch (InvalidRule e) {
            unknown.add(new UnknownTrigger(whole, Optional.of(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Stream<String> names(FaultTarget place) {
        return FaultTypes.ALL.stream()
                .filter(kind -> kind.place() == place && !RULES_ONLY.contains(kind.name()))
                .map(FaultType::name);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

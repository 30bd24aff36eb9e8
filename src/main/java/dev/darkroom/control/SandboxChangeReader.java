package dev.darkroom.control;

import dev.darkroom.access.IpAllowlist;
import dev.darkroom.access.IpRange;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.access.RateRule;
import dev.darkroom.api.Dialects;
import dev.darkroom.field.TextRules;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.SpendLimits;
import dev.darkroom.ledger.SpendLimits.Windows;
import dev.darkroom.ledger.SpendWindow;
import dev.darkroom.sandbox.KeyPolicy;
import dev.darkroom.sandbox.SandboxChange;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.Progression;
import dev.darkroom.time.Latency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads what a control request wants to be otherwise. It is read whole before anything is changed, so a fault in one
 * field changes nothing.
 */
final class SandboxChangeReader {

    private static final List<String> FIELDS = List.of(
            "credits",
            "key_status",
            "allowed_ips",
            "rate_limit",
            "poll_rate_limit",
            "concurrency",
            "spend_limits",
            "inactive_models",
            "progression",
            "pending",
            "processing",
            "seed");
    private static final List<String> RATE_FIELDS = List.of("requests", "window");
    private static final List<String> SPEND_FIELDS = List.of("hourly", "daily", "total", "windows");
    private static final int MAX_MODELS = 100;

    private SandboxChangeReader() {}

    static SandboxChange read(byte[] json, Dialects dialects) {
        ControlBody body = ControlBody.read(json, FIELDS);
        return new SandboxChange(
                body.has("credits") ? Optional.of(body.credits("credits")) : Optional.empty(),
                rules(body, dialects),
                lifecycle(body),
                body.has("seed") ? Optional.of(body.seed("seed")) : Optional.empty());
    }

    private static UnaryOperator<KeyPolicy> rules(ControlBody body, Dialects dialects) {
        List<UnaryOperator<KeyPolicy>> changes = new ArrayList<>();
        if (body.has("key_status")) {
            KeyStatus status = Words.read(body, "key_status", KeyStatus.values());
            changes.add(rules -> rules.withKeyStatus(status));
        }
        if (body.has("allowed_ips")) {
            IpAllowlist allowed = allowedIps(body.strings("allowed_ips", IpAllowlist.MAX));
            changes.add(rules -> rules.withAllowedIps(allowed));
        }
        if (body.has("rate_limit")) {
            Optional<RateRule> rule = rate(body, "rate_limit");
            changes.add(rules -> rules.withCreates(rule));
        }
        if (body.has("poll_rate_limit")) {
            Optional<RateRule> rule = rate(body, "poll_rate_limit");
            changes.add(rules -> rules.withPolls(rule));
        }
        if (body.has("concurrency")) {
            Optional<Integer> most = body.isNull("concurrency")
                    ? Optional.empty()
                    : Optional.of(body.number("concurrency", 1, RateRule.MAX_REQUESTS));
            changes.add(rules -> rules.withConcurrency(most));
        }
        if (body.has("spend_limits")) {
            SpendLimits limits = body.object("spend_limits", SPEND_FIELDS)
                    .map(SandboxChangeReader::spendLimits)
                    .orElse(SpendLimits.NONE);
            changes.add(rules -> rules.withSpendLimits(limits));
        }
        if (body.has("inactive_models")) {
            Set<String> models = models(body.strings("inactive_models", MAX_MODELS), dialects);
            changes.add(rules -> rules.withInactiveModels(models));
        }
        return all(changes);
    }

    private static UnaryOperator<Lifecycle> lifecycle(ControlBody body) {
        List<UnaryOperator<Lifecycle>> changes = new ArrayList<>();
        if (body.has("progression")) {
            Progression progression = Progression.parse(
                            body.string("progression").orElse(""))
                    .orElseThrow(() -> body.invalid("progression", "It must be " + Progression.RULE + "."));
            changes.add(lifecycle -> lifecycle.withProgression(progression));
        }
        if (body.has("pending")) {
            Latency pending = TimeFields.latency(body, "pending");
            changes.add(lifecycle -> lifecycle.withPending(pending));
        }
        if (body.has("processing")) {
            Latency processing = TimeFields.latency(body, "processing");
            changes.add(lifecycle -> lifecycle.withProcessing(processing));
        }
        return all(changes);
    }

    private static <T> UnaryOperator<T> all(List<UnaryOperator<T>> changes) {
        return old -> {
            T changed = old;
            for (UnaryOperator<T> change : changes) {
                changed = change.apply(changed);
            }
            return changed;
        };
    }

    private static IpAllowlist allowedIps(List<String> texts) {
        List<IpRange> ranges = new ArrayList<>();
        for (String text : texts) {
            ranges.add(IpRange.parse(text)
                    .orElseThrow(() -> ControlError.invalidField(
                            "allowed_ips[" + ranges.size() + "]",
                            "'" + TextRules.quotable(text, 50) + "' is not " + IpRange.RULE + ".")));
        }
        return new IpAllowlist(ranges);
    }

    private static Optional<RateRule> rate(ControlBody body, String field) {
        return body.object(field, RATE_FIELDS).map(rule -> {
            int requests = rule.number("requests", 1, RateRule.MAX_REQUESTS);
            return new RateRule(requests, rule.window("window"));
        });
    }

    private static SpendLimits spendLimits(ControlBody body) {
        if (Arrays.stream(SpendWindow.values()).map(Words::of).noneMatch(body::has)) {
            throw ControlError.invalidField(
                    "spend_limits", "Name at least one of hourly, daily and total; null for no limit.");
        }
        Map<SpendWindow, Credits> most = new EnumMap<>(SpendWindow.class);
        for (SpendWindow window : SpendWindow.values()) {
            String field = Words.of(window);
            if (!body.isNull(field)) {
                most.put(window, body.credits(field));
            }
        }
        Windows windows = body.isNull("windows") ? Windows.ROLLING : Words.read(body, "windows", Windows.values());
        return new SpendLimits(most, windows);
    }

    private static Set<String> models(List<String> names, Dialects dialects) {
        Set<String> known = dialects.models();
        for (int i = 0; i < names.size(); i++) {
            if (!known.contains(names.get(i))) {
                throw ControlError.invalidField(
                        "inactive_models[" + i + "]", "Use one of: " + String.join(", ", known) + ".");
            }
        }
        return Set.copyOf(names);
    }
}

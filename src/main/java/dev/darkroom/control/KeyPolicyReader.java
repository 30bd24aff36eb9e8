package dev.darkroom.control;

import dev.darkroom.access.IpAllowlist;
import dev.darkroom.access.IpRange;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.access.RateRule;
import dev.darkroom.api.Dialects;
import dev.darkroom.callback.Webhook;
import dev.darkroom.field.TextRules;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.SpendLimits;
import dev.darkroom.ledger.SpendLimits.Windows;
import dev.darkroom.ledger.SpendWindow;
import dev.darkroom.sandbox.KeyPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the fields of a sandbox change that concern its key: status, addresses, limits and models. */
final class KeyPolicyReader {

    private static final List<String> RATE_FIELDS = List.of("requests", "window");
    private static final List<String> SPEND_FIELDS = List.of("hourly", "daily", "total", "windows");
    private static final int MAX_MODELS = 100;

    private KeyPolicyReader() {}

    /** @throws ControlException when a field is invalid */
    static UnaryOperator<KeyPolicy> read(ControlBody body, Dialects dialects) {
        List<UnaryOperator<KeyPolicy>> changes = new ArrayList<>();
        if (body.has("key_status")) {
            KeyStatus status = EnumNames.read(body, "key_status", KeyStatus.values());
            changes.add(policy -> policy.withKeyStatus(status));
        }
        if (body.has("allowed_ips")) {
            IpAllowlist allowed = allowedIps(body.strings("allowed_ips", IpAllowlist.MAX));
            changes.add(policy -> policy.withAllowedIps(allowed));
        }
        if (body.has("rate_limit")) {
            Optional<RateRule> rule = rate(body, "rate_limit");
            changes.add(policy -> policy.withRateLimit(rule));
        }
        if (body.has("poll_rate_limit")) {
            Optional<RateRule> rule = rate(body, "poll_rate_limit");
            changes.add(policy -> policy.withPollRateLimit(rule));
        }
        if (body.has("concurrency")) {
            Optional<Integer> limit = body.isNull("concurrency")
                    ? Optional.empty()
                    : Optional.of(body.number("concurrency", 1, RateRule.MAX_REQUESTS));
            changes.add(policy -> policy.withConcurrency(limit));
        }
        if (body.has("spend_limits")) {
            SpendLimits limits = body.object("spend_limits", SPEND_FIELDS)
                    .map(KeyPolicyReader::spendLimits)
                    .orElse(SpendLimits.NONE);
            changes.add(policy -> policy.withSpendLimits(limits));
        }
        if (body.has("inactive_models")) {
            Set<String> models = models(body.strings("inactive_models", MAX_MODELS), dialects);
            changes.add(policy -> policy.withInactiveModels(models));
        }
        if (body.has("webhooks")) {
            List<Webhook> webhooks = WebhookReader.read(body, dialects.webhookEvents());
            changes.add(policy -> policy.withWebhooks(webhooks));
        }
        return SandboxChangeReader.compose(changes);
    }

    private static IpAllowlist allowedIps(List<String> texts) {
        List<IpRange> ranges = new ArrayList<>();
        for (String text : texts) {
            ranges.add(IpRange.parse(text)
                    .orElseThrow(() -> ControlException.invalidField(
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
        if (Arrays.stream(SpendWindow.values()).map(EnumNames::of).noneMatch(body::has)) {
            throw ControlException.invalidField(
                    "spend_limits", "It must have at least one of hourly, daily and total, or be null for no limit.");
        }
        Map<SpendWindow, Credits> limits = new EnumMap<>(SpendWindow.class);
        for (SpendWindow window : SpendWindow.values()) {
            String field = EnumNames.of(window);
            if (!body.isNull(field)) {
                limits.put(window, body.credits(field));
            }
        }
        Windows windows = body.isNull("windows") ? Windows.ROLLING : EnumNames.read(body, "windows", Windows.values());
        return new SpendLimits(limits, windows);
    }

    private static Set<String> models(List<String> names, Dialects dialects) {
        Set<String> known = dialects.models();
        for (int i = 0; i < names.size(); i++) {
            if (!known.contains(names.get(i))) {
                throw ControlException.invalidField(
                        "inactive_models[" + i + "]", "Use one of: " + String.join(", ", known) + ".");
            }
        }
        return Set.copyOf(names);
    }
}

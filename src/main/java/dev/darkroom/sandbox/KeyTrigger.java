package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.IpAllowlist;
import dev.darkroom.access.IpRange;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.access.RateRule;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.SpendLimits;
import dev.darkroom.ledger.SpendLimits.Windows;
import dev.darkroom.ledger.SpendWindow;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word in a key, after the vendor's prefix and {@code darkroom-}, that says what its sandbox starts with:
 * {@code sk-darkroom-broke}, {@code sk-darkroom-broke-my-test}. The control API can change it afterwards.
 */
public enum KeyTrigger {
    /** No credits. */
    BROKE(defaults -> defaults.withCredits(Credits.ZERO)),
    DISABLED(status(KeyStatus.DISABLED)),
    DELETED(status(KeyStatus.DELETED)),
    BANNED(status(KeyStatus.BANNED)),
    /** May be used from an address that only documents have (RFC 5737). */
    BLOCKED(rules(r ->
            r.withAllowedIps(new IpAllowlist(List.of(IpRange.parse("192.0.2.1").orElseThrow()))))),
    /** One create request in two seconds, and somebody was here just before the first. */
    THROTTLED(rules(r -> r.withCreates(Optional.of(new RateRule(1, Duration.ofSeconds(2)))))),
    /** The same for polls. */
    POLLS_THROTTLED(rules(r -> r.withPolls(Optional.of(new RateRule(1, Duration.ofSeconds(2)))))),
    /** Twelve credits an hour, and somebody spent them just before the first request. */
    CAPPED_HOURLY(spending(SpendWindow.HOURLY, "12")),
    /** The same for a day. */
    CAPPED_DAILY(spending(SpendWindow.DAILY, "12")),
    /** Nothing may be spent, ever. */
    CAPPED_TOTAL(spending(SpendWindow.TOTAL, "0")),
    /** Every create request meets a failure inside the server. */
    INTERNAL(defaults -> defaults);

    private static final String MARK = "darkroom-";
    private static final Pattern KEY = Pattern.compile("[a-z]+(?:[-_][a-z]+)?[-_]" + MARK + "(.+)");

    private final UnaryOperator<SandboxDefaults> start;

    KeyTrigger(UnaryOperator<SandboxDefaults> start) {
        this.start = start;
    }

    /** Empty for a key without a trigger. */
    public static Optional<KeyTrigger> of(ApiKey key) {
        return rest(key).flatMap(rest -> Arrays.stream(values())
                .filter(trigger -> rest.equals(trigger.word()) || rest.startsWith(trigger.word() + "-"))
                .findFirst());
    }

    /** What stands in the place of a trigger and is none; empty when nothing does. */
    public static Optional<String> unknown(ApiKey key) {
        return of(key).isPresent() ? Optional.empty() : rest(key);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(KeyTrigger::word).toList();
    }

    SandboxDefaults start(SandboxDefaults defaults) {
        return start.apply(defaults);
    }

    /** Whether all that may be spent seems to be spent when the first request comes. */
    boolean usesUpSpending() {
        return this == CAPPED_HOURLY || this == CAPPED_DAILY;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<String> rest(ApiKey key) {
        if (!key.value().contains(MARK)) {
            return Optional.empty();
        }
        Matcher matcher = KEY.matcher(key.value());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static UnaryOperator<SandboxDefaults> rules(UnaryOperator<KeyPolicy> change) {
        return defaults -> defaults.withRules(change.apply(defaults.rules()));
    }

    private static UnaryOperator<SandboxDefaults> status(KeyStatus status) {
        return rules(r -> r.withKeyStatus(status));
    }

    private static UnaryOperator<SandboxDefaults> spending(SpendWindow window, String most) {
        return rules(r -> r.withSpendLimits(new SpendLimits(Map.of(window, Credits.of(most)), Windows.ROLLING)));
    }
}

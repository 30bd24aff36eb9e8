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
 * A word in a key, after the vendor's prefix (if any) and {@code darkroom-}, that changes the defaults of the key's sandbox:
 * {@code sk-darkroom-broke}, {@code sk-darkroom-broke-my-test}. The control API can still change the sandbox.
 */
public enum KeyTrigger {
    /** No credits. */
    BROKE(defaults -> defaults.withCredits(Credits.ZERO)),
    DISABLED(status(KeyStatus.DISABLED)),
    DELETED(status(KeyStatus.DELETED)),
    BANNED(status(KeyStatus.BANNED)),
    /** The allow-list has only an address reserved for documentation (RFC 5737). */
    BLOCKED(policy(p ->
            p.withAllowedIps(new IpAllowlist(List.of(IpRange.parse("192.0.2.1").orElseThrow()))))),
    /** One create request every two seconds; even the first request is over the limit. */
    THROTTLED(policy(p -> p.withRateLimit(Optional.of(new RateRule(1, Duration.ofSeconds(2)))))),
    /** As {@link #THROTTLED}, for polls. */
    POLLS_THROTTLED(policy(p -> p.withPollRateLimit(Optional.of(new RateRule(1, Duration.ofSeconds(2)))))),
    /** A limit of twelve credits an hour, which is already used up at the first request. */
    CAPPED_HOURLY(spending(SpendWindow.HOURLY, "12")),
    /** As {@link #CAPPED_HOURLY}, for a day. */
    CAPPED_DAILY(spending(SpendWindow.DAILY, "12")),
    /** A total spend limit of zero. */
    CAPPED_TOTAL(spending(SpendWindow.TOTAL, "0")),
    /** Every create request fails with an internal error. */
    INTERNAL(defaults -> defaults);

    private static final String MARKER = "darkroom-";
    private static final Pattern KEY = Pattern.compile("(?:[a-z]+(?:[-_][a-z]+)?[-_])?" + MARKER + "(.+)");

    private final UnaryOperator<SandboxDefaults> change;

    KeyTrigger(UnaryOperator<SandboxDefaults> change) {
        this.change = change;
    }

    /** Empty for a key without a trigger. */
    public static Optional<KeyTrigger> of(ApiKey key) {
        return suffix(key).flatMap(suffix -> Arrays.stream(values())
                .filter(trigger -> suffix.equals(trigger.word()) || suffix.startsWith(trigger.word() + "-"))
                .findFirst());
    }

    /** The text after {@code darkroom-}, if it is not a trigger. */
    public static Optional<String> unknown(ApiKey key) {
        return of(key).isPresent() ? Optional.empty() : suffix(key);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(KeyTrigger::word).toList();
    }

    SandboxDefaults applyTo(SandboxDefaults defaults) {
        return change.apply(defaults);
    }

    /** Whether the spend limits are used up when the sandbox is created. */
    boolean usesUpSpendLimits() {
        return this == CAPPED_HOURLY || this == CAPPED_DAILY;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<String> suffix(ApiKey key) {
        if (!key.value().contains(MARKER)) {
            return Optional.empty();
        }
        Matcher matcher = KEY.matcher(key.value());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static UnaryOperator<SandboxDefaults> policy(UnaryOperator<KeyPolicy> change) {
        return defaults -> defaults.withPolicy(change.apply(defaults.policy()));
    }

    private static UnaryOperator<SandboxDefaults> status(KeyStatus status) {
        return policy(p -> p.withKeyStatus(status));
    }

    private static UnaryOperator<SandboxDefaults> spending(SpendWindow window, String limit) {
        return policy(p -> p.withSpendLimits(new SpendLimits(Map.of(window, Credits.of(limit)), Windows.ROLLING)));
    }
}

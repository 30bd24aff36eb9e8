package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.IpRange;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.fault.RuleReaders;
import dev.darkroom.chaos.RuleReader;
import dev.darkroom.time.Latency;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says at start what is wrong with the settings, all at once, and not when the first request meets it. */
@ApplicationScoped
class SettingsValidator {

    /** Every setting of Darkroom's own but for those of dialects. */
    static final Set<String> NAMES = Set.of(
            "darkroom.public-url",
            "darkroom.dialect",
            "darkroom.seed",
            "darkroom.keys",
            "darkroom.weather",
            "darkroom.faults",
            "darkroom.trusted-proxies",
            "darkroom.sandbox.credits",
            "darkroom.sandbox.key-status",
            "darkroom.sandbox.allowed-ips",
            "darkroom.sandbox.rate-limit.requests",
            "darkroom.sandbox.rate-limit.window",
            "darkroom.sandbox.poll-rate-limit.requests",
            "darkroom.sandbox.poll-rate-limit.window",
            "darkroom.sandbox.concurrency",
            "darkroom.sandbox.spend-limits.hourly",
            "darkroom.sandbox.spend-limits.daily",
            "darkroom.sandbox.spend-limits.total",
            "darkroom.sandbox.spend-limits.windows",
            "darkroom.sandbox.inactive-models",
            "darkroom.sandbox.progression",
            "darkroom.lifecycle.pending",
            "darkroom.lifecycle.pending.min",
            "darkroom.lifecycle.pending.max",
            "darkroom.lifecycle.pending.median",
            "darkroom.lifecycle.pending.p95",
            "darkroom.lifecycle.processing",
            "darkroom.lifecycle.processing.min",
            "darkroom.lifecycle.processing.max",
            "darkroom.lifecycle.processing.median",
            "darkroom.lifecycle.processing.p95",
            "darkroom.callback.schedule",
            "darkroom.callback.timeout",
            "darkroom.callback.connections",
            "darkroom.callback.allow",
            "darkroom.callback.deny",
            "darkroom.callback.secret",
            "darkroom.callback.drain",
            "darkroom.limits.tasks",
            "darkroom.limits.sandboxes",
            "darkroom.limits.memory",
            "darkroom.limits.pictures",
            "darkroom.limits.journal",
            "darkroom.limits.journal-memory",
            "darkroom.references.fetch",
            "darkroom.references.timeout",
            "darkroom.references.allow",
            "darkroom.references.deny",
            "darkroom.journal.headers",
            "darkroom.control.token",
            "darkroom.control.inbox");

    /** The switch among them, which is checked, for SmallRye takes whatever it does not know for false. */
    private static final String FETCH = "darkroom.references.fetch";

    private static final String SWITCH = "(?i)true|false|yes|no|y|n|on|off|1|0";

    /** The value of {@code darkroom.keys} with which any well-formed key opens a sandbox of its own. */
    static final String OPEN = "open";

    /** The one with which only the seeded keys do, and those that the control API has made one for. */
    private static final String LISTED = "listed";

    private static final Duration MAX_ATTEMPT = Duration.ofHours(1);
    private static final String SEEDED = "darkroom.sandboxes.";
    private static final Logger LOG = Logger.getLogger(SettingsValidator.class);
    private static final int BEFORE_ALL_OTHERS = 1;

    private final List<String> faults = new ArrayList<>();

    void check(
            @Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start,
            Config config,
            Dialects dialects,
            SandboxConfig sandbox,
            SandboxesConfig sandboxes,
            LifecycleConfig lifecycle,
            CallbackConfig callback,
            ReferencesConfig references,
            LimitsConfig limits,
            @ConfigProperty(name = "darkroom.public-url") Optional<String> publicUrl,
            @ConfigProperty(name = "darkroom.trusted-proxies") Optional<List<String>> proxies,
            @ConfigProperty(name = "darkroom.control.inbox", defaultValue = "1000") int inbox,
            @ConfigProperty(name = "darkroom.keys", defaultValue = OPEN) String keys,
            @ConfigProperty(name = "darkroom.weather") Optional<String> weather,
            @ConfigProperty(name = "darkroom.faults") Optional<String> faultFile,
            @ConfigProperty(name = "darkroom.seed") Optional<String> seed) {
        new UnknownSettings(names(dialects), sandboxes.byKey().keySet())
                .in(config.getPropertyNames())
                .forEach(LOG::warn);
        switches(dialects).forEach(name -> config.getOptionalValue(name, String.class)
                .ifPresent(value -> must(value.matches(SWITCH), name, value, "true or false")));
        seed.ifPresent(s -> must(isLong(s), "darkroom.seed", s, "a whole number of 64 bits"));
        must(keys.equals(OPEN) || keys.equals(LISTED), "darkroom.keys", keys, OPEN + " or " + LISTED);
        String dialect =
                config.getOptionalValue("darkroom.dialect", String.class).orElse(Dialects.DEFAULT);
        Set<String> known = new TreeSet<>();
        dialects.all().forEach(d -> known.add(d.name()));
        must(known.contains(dialect), "darkroom.dialect", dialect, "one of " + known);
        must(
                publicUrl.isEmpty() || publicUrl.get().matches("https?://[^/\\s]+.*"),
                "darkroom.public-url",
                publicUrl.orElse(""),
                "an http or https URL");
        mustBeRanges(proxies, "darkroom.trusted-proxies");
        mustBeRanges(callback.allow(), "darkroom.callback.allow");
        mustBeRanges(callback.deny(), "darkroom.callback.deny");
        mustBeRanges(references.allow(), "darkroom.references.allow");
        mustBeRanges(references.deny(), "darkroom.references.deny");
        RuleReader rules = RuleReaders.of(dialects);
        new FaultSettings("darkroom.", weather, faultFile, rules).fault().ifPresent(faults::add);
        checkSandboxes(sandbox, sandboxes, dialects, rules);
        dialects.all().forEach(d -> faults.addAll(d.settingErrors()));
        checkLatency("darkroom.lifecycle.pending", lifecycle.pending());
        checkLatency("darkroom.lifecycle.processing", lifecycle.processing());
        mustLast(callback.drain(), "darkroom.callback.drain");
        callback.schedule().forEach(offset -> mustLast(offset, "darkroom.callback.schedule"));
        must(
                callback.schedule().stream().sorted().toList().equals(callback.schedule()),
                "darkroom.callback.schedule",
                callback.schedule(),
                "in rising order");
        mustTake(callback.timeout(), "darkroom.callback.timeout");
        mustTake(references.timeout(), "darkroom.references.timeout");
        mustBePositive(inbox, "darkroom.control.inbox");
        mustBePositive(callback.connections(), "darkroom.callback.connections");
        mustBePositive(limits.tasks(), "darkroom.limits.tasks");
        mustBePositive(limits.sandboxes(), "darkroom.limits.sandboxes");
        must(limits.journal() >= 0, "darkroom.limits.journal", limits.journal(), "at least 0");
        limits.memory()
                .ifPresent(m ->
                        must(m.asLongValue() >= 1 << 20, "darkroom.limits.memory", m.asLongValue(), "at least 1M"));
        if (!faults.isEmpty()) {
            throw new ConfigurationException(String.join("; ", faults));
        }
    }

    /** Every setting that there is. */
    static Set<String> names(Dialects dialects) {
        return Stream.concat(NAMES.stream(), dialects.all().stream().flatMap(d -> d.settings()
                        .names(d.name())))
                .collect(Collectors.toSet());
    }

    private static Stream<String> switches(Dialects dialects) {
        return Stream.concat(Stream.of(FETCH), dialects.all().stream().flatMap(d -> d.settings()
                .switches(d.name())));
    }

    private void checkSandboxes(SandboxConfig sandbox, SandboxesConfig sandboxes, Dialects dialects, RuleReader rules) {
        Set<String> models = dialects.models();
        faults.addAll(new SandboxSettings("darkroom.sandbox", sandbox).faults(Optional.empty(), models));
        sandboxes.byKey().forEach((key, settings) -> {
            Optional<ApiKey> parsed = ApiKey.parse(key);
            String name = SEEDED + '"' + parsed.map(ApiKey::masked).orElse("?") + '"';
            must(parsed.isPresent(), name, "...", "about a key, of 1 to 256 visible ASCII characters");
            parsed.flatMap(dialects::keyError).ifPresent(flaw -> faults.add(name + " opens nothing: " + flaw));
            faults.addAll(new SandboxSettings(name, settings).faults(Optional.of(sandbox), models));
            new FaultSettings(name + ".", settings.weather(), settings.faults(), rules)
                    .fault()
                    .ifPresent(faults::add);
            checkLatency(name + ".pending", settings.pending());
            checkLatency(name + ".processing", settings.processing());
        });
    }

    private void checkLatency(String name, LifecycleConfig.Time time) {
        LatencySettings.fault(name, time).ifPresent(faults::add);
    }

    private static boolean isLong(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void mustTake(Duration timeout, String name) {
        must(timeout.toMillis() > 0 && timeout.compareTo(MAX_ATTEMPT) <= 0, name, timeout, "from 1ms to 1h");
    }

    private void mustLast(Duration duration, String name) {
        must(!duration.isNegative() && duration.compareTo(Latency.MAX) <= 0, name, duration, "from 0s to 3650d");
    }

    private void mustBeRanges(Optional<List<String>> ranges, String name) {
        ranges.orElse(List.of()).forEach(ip -> must(IpRange.parse(ip).isPresent(), name, ip, IpRange.RULE));
    }

    private void mustBePositive(int number, String name) {
        must(number > 0, name, number, "at least 1");
    }

    private void must(boolean holds, String name, Object value, String rule) {
        if (!holds) {
            faults.add(name + "=" + value + " must be " + rule);
        }
    }
}

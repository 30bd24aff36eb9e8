package dev.darkroom.server;

import dev.darkroom.dialect.Dialects;
import dev.darkroom.dialect.Nearest;
import dev.darkroom.ledger.Credits;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says at start what is wrong with the settings, all at once, and not when the first request meets it. */
@ApplicationScoped
class SettingsCheck {

    /** Every setting of Darkroom's own; a test holds it against the README. */
    static final Set<String> NAMES = Set.of(
            "darkroom.public-url",
            "darkroom.dialect",
            "darkroom.seed",
            "darkroom.sandbox.credits",
            "darkroom.lifecycle.pending",
            "darkroom.lifecycle.processing",
            "darkroom.callback.schedule",
            "darkroom.callback.timeout",
            "darkroom.callback.connections",
            "darkroom.limits.tasks",
            "darkroom.limits.sandboxes",
            "darkroom.control.token",
            "darkroom.control.inbox",
            "darkroom.aivideoapi.prices",
            "darkroom.aivideoapi.flat-body",
            "darkroom.aivideoapi.data-uris");

    private static final String PREFIX = "darkroom.";
    private static final Logger LOG = Logger.getLogger(SettingsCheck.class);
    private static final int BEFORE_ALL_OTHERS = 1;
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final List<String> faults = new ArrayList<>();

    void check(
            @Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start,
            Config config,
            Dialects dialects,
            SandboxConfig sandbox,
            LifecycleConfig lifecycle,
            CallbackConfig callback,
            LimitsConfig limits,
            @ConfigProperty(name = "darkroom.public-url") Optional<String> publicUrl) {
        warnOfUnknown(config.getPropertyNames());
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
        must(
                Credits.balance(sandbox.credits()).isPresent(),
                "darkroom.sandbox.credits",
                sandbox.credits(),
                Credits.BALANCE_RULE);
        mustLast(lifecycle.pending(), "darkroom.lifecycle.pending");
        mustLast(lifecycle.processing(), "darkroom.lifecycle.processing");
        callback.schedule().forEach(offset -> mustLast(offset, "darkroom.callback.schedule"));
        must(
                callback.schedule().stream().sorted().toList().equals(callback.schedule()),
                "darkroom.callback.schedule",
                callback.schedule(),
                "in rising order");
        must(callback.timeout().toMillis() > 0, "darkroom.callback.timeout", callback.timeout(), "at least 1ms");
        mustBePositive(callback.connections(), "darkroom.callback.connections");
        mustBePositive(limits.tasks(), "darkroom.limits.tasks");
        mustBePositive(limits.sandboxes(), "darkroom.limits.sandboxes");
        if (!faults.isEmpty()) {
            throw new ConfigurationException(String.join("; ", faults));
        }
    }

    /** Such as a typing error in an environment variable, which nobody else would notice. */
    private static void warnOfUnknown(Iterable<String> properties) {
        Set<String> unknown = new TreeSet<>();
        properties.forEach(property -> {
            if (plain(property).startsWith(PREFIX)) {
                unknown.add(plain(property));
            }
        });
        NAMES.forEach(name -> unknown.remove(plain(name)));
        List<String> known =
                NAMES.stream().map(name -> name.substring(PREFIX.length())).toList();
        for (String name : unknown) {
            String guess = Nearest.to(name.substring(PREFIX.length()), known)
                    .map(near -> "; did you mean " + PREFIX + near + "?")
                    .orElse("");
            LOG.warnf("%s is not a setting%s", name, guess);
        }
    }

    /** Environment variables know neither dashes nor dots. */
    private static String plain(String property) {
        return property.toLowerCase(Locale.ROOT).replaceAll("[_-]", ".");
    }

    private void mustLast(Duration duration, String name) {
        must(!duration.isNegative() && duration.compareTo(LONGEST) <= 0, name, duration, "from 0s to 3650d");
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

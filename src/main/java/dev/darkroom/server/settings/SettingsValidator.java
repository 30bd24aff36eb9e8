package dev.darkroom.server.settings;

import dev.darkroom.api.Dialects;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Stops startup with all errors in the settings at once, and logs a warning for each unknown setting. */
@ApplicationScoped
class SettingsValidator {

    private static final int BEFORE_OTHER_OBSERVERS = 1;
    private static final Logger LOG = Logger.getLogger(SettingsValidator.class);

    private final Config config;
    private final Dialects dialects;
    private final SandboxesConfig sandboxes;
    private final List<ConfigValidator> validators;

    SettingsValidator(
            Config config,
            Dialects dialects,
            SandboxesConfig sandboxesConfig,
            BooleansValidator booleans,
            ServerValidator server,
            NetworkValidator network,
            ProcessValidator process,
            SandboxesValidator sandboxes,
            OutboundValidator outbound,
            LimitsValidator limits) {
        this.config = config;
        this.dialects = dialects;
        this.sandboxes = sandboxesConfig;
        this.validators = List.of(booleans, server, network, process, sandboxes, outbound, limits);
    }

    void validate(@Observes @Priority(BEFORE_OTHER_OBSERVERS) StartupEvent event) {
        warnings().forEach(LOG::warn);
        List<String> errors = errors();
        if (!errors.isEmpty()) {
            throw new ConfigurationException(String.join("; ", errors));
        }
    }

    List<String> warnings() {
        return new UnknownSettings(
                        SettingNames.of(dialects.all()), sandboxes.byKey().keySet())
                .warnings(config.getPropertyNames());
    }

    List<String> errors() {
        return Stream.concat(
                        validators.stream().map(ConfigValidator::errors),
                        dialects.all().stream().map(dialect -> dialect.settingErrors()))
                .flatMap(List::stream)
                .toList();
    }
}

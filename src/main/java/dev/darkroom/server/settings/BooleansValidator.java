package dev.darkroom.server.settings;

import dev.darkroom.api.Dialects;
import dev.darkroom.api.SettingErrors;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Checks the settings that are true or false, because SmallRye reads any other text as false. */
@Singleton
class BooleansValidator implements ConfigValidator {

    private static final String BOOLEAN = "(?i)true|false|yes|no|y|n|on|off|1|0";

    private final Config config;
    private final Dialects dialects;

    BooleansValidator(Config config, Dialects dialects) {
        this.config = config;
        this.dialects = dialects;
    }

    @Override
    public List<String> errors() {
        SettingErrors errors = SettingErrors.under("");
        for (String name : SettingNames.of(dialects.all()).booleans()) {
            config.getOptionalValue(name, String.class)
                    .ifPresent(value -> errors.require(value.matches(BOOLEAN), name, value, "true or false"));
        }
        return errors.all();
    }
}

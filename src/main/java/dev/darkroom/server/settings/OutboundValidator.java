package dev.darkroom.server.settings;

import dev.darkroom.api.SettingErrors;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Checks the settings of the requests that the server makes itself: callbacks, and requests for references. */
@Singleton
class OutboundValidator implements ConfigValidator {

    private final CallbackConfig callback;
    private final ReferencesConfig references;

    OutboundValidator(CallbackConfig callback, ReferencesConfig references) {
        this.callback = callback;
        this.references = references;
    }

    @Override
    public List<String> errors() {
        return Stream.concat(callbackErrors().stream(), referencesErrors().stream())
                .toList();
    }

    private List<String> callbackErrors() {
        List<Duration> schedule = callback.schedule();
        SettingErrors errors = SettingErrors.under("darkroom.callback.")
                .ranges("allow", callback.allow())
                .ranges("deny", callback.deny())
                .duration("drain", callback.drain());
        schedule.forEach(offset -> errors.duration("schedule", offset));
        errors.require(
                schedule.stream().sorted().toList().equals(schedule), "schedule", schedule, "in ascending order");
        errors.timeout("timeout", callback.timeout());
        return errors.atLeast(1, "connections", callback.connections()).all();
    }

    private List<String> referencesErrors() {
        SettingErrors errors = SettingErrors.under("darkroom.references.")
                .ranges("allow", references.allow())
                .ranges("deny", references.deny());
        errors.timeout("timeout", references.timeout());
        return errors.all();
    }
}

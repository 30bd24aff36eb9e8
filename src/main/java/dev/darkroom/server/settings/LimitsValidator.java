package dev.darkroom.server.settings;

import dev.darkroom.api.SettingErrors;
import dev.darkroom.control.ControlConfig;
import dev.darkroom.http.json.Json;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks the limits on what the server keeps. */
@Singleton
class LimitsValidator implements ConfigValidator {

    private static final long MIN_MEMORY = 1 << 20;
    /** Half of it can be pinned, and a holder can pin half of that: one body of the largest size. */
    private static final long MIN_IN_FLIGHT = 4 << 20;

    private static final long MIN_UPLOADS = 4 << 20;
    private static final long MIN_BODY = 1 << 10;
    private static final long MAX_BODY = Json.MAX_TEXT;

    private final LimitsConfig limits;
    private final ControlConfig control;

    LimitsValidator(LimitsConfig limits, ControlConfig control) {
        this.limits = limits;
        this.control = control;
    }

    @Override
    public List<String> errors() {
        SettingErrors errors = SettingErrors.under("darkroom.")
                .atLeast(1, "control.inbox", control.inbox())
                .atLeast(1, "limits.tasks", limits.tasks())
                .atLeast(1, "limits.sandboxes", limits.sandboxes())
                .atLeast(0, "limits.journal", limits.journal())
                .timeout("limits.body-timeout", limits.bodyTimeout());
        long body = limits.body().asLongValue();
        errors.require(body >= MIN_BODY && body <= MAX_BODY, "limits.body", body, "from 1K to 64M");
        long uploads = limits.uploads().asLongValue();
        errors.require(uploads >= MIN_UPLOADS, "limits.uploads", uploads, "at least 4M");
        limits.memory()
                .map(MemorySize::asLongValue)
                .ifPresent(bytes -> errors.require(bytes >= MIN_MEMORY, "limits.memory", bytes, "at least 1M"));
        limits.inFlight()
                .map(MemorySize::asLongValue)
                .ifPresent(bytes -> errors.require(bytes >= MIN_IN_FLIGHT, "limits.in-flight", bytes, "at least 4M"));
        return errors.all();
    }
}

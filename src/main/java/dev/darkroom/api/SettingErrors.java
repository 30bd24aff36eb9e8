package dev.darkroom.api;

import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a dialect's settings, one sentence each. */
public final class SettingErrors {

    private final String dialect;
    private final List<String> faults = new ArrayList<>();

    public SettingErrors(String dialect) {
        this.dialect = dialect;
    }

    public SettingErrors checks(List<Check> checks) {
        return must(Check.isOrder(checks), "checks", checks, Check.ORDER_RULE);
    }

    public SettingErrors lasts(String setting, Duration duration) {
        boolean holds = !duration.isNegative() && duration.compareTo(Latency.MAX) <= 0;
        return must(holds, setting, duration, "from 0s to 3650d");
    }

    public SettingErrors must(boolean holds, String setting, Object value, String rule) {
        if (!holds) {
            faults.add("darkroom." + dialect + "." + setting + "=" + value + " must be " + rule);
        }
        return this;
    }

    public List<String> all() {
        return List.copyOf(faults);
    }
}

package dev.darkroom.dialect;

import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a dialect's settings, one sentence each. */
public final class SettingFaults {

    private final String dialect;
    private final List<String> faults = new ArrayList<>();

    public SettingFaults(String dialect) {
        this.dialect = dialect;
    }

    public SettingFaults checks(List<Check> checks) {
        return must(Check.isOrder(checks), "checks", checks, Check.ORDER_RULE);
    }

    public SettingFaults lasts(String setting, Duration duration) {
        boolean holds = !duration.isNegative() && duration.compareTo(Latency.LONGEST) <= 0;
        return must(holds, setting, duration, "from 0s to 3650d");
    }

    public SettingFaults must(boolean holds, String setting, Object value, String rule) {
        if (!holds) {
            faults.add("darkroom." + dialect + "." + setting + "=" + value + " must be " + rule);
        }
        return this;
    }

    public List<String> all() {
        return List.copyOf(faults);
    }
}

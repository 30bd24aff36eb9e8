package dev.darkroom.chaos.fault;

import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the components of a fault in the form that rules use. */
final class Components {

    private Components() {}

    /**
     * @param namesAndValues alternating names and values; a value that is null, false or a zero duration is left out
     */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null && !value.equals(false) && !value.equals(Duration.ZERO)) {
                components.put((String) namesAndValues[i], plain(value));
            }
        }
        return components;
    }

    private static Object plain(Object value) {
        if (value instanceof Double number && number == Math.rint(number)) {
            return number.longValue();
        }
        return value instanceof Duration ? value.toString() : value;
    }

    static Map<String, Object> of(Latency latency) {
        if (latency instanceof Latency.Range range) {
            return of("min", range.min(), "max", range.max());
        }
        return latency instanceof Latency.LogNormal logNormal
                ? of("median", logNormal.median(), "p95", logNormal.p95())
                : Map.of("duration", ((Latency.Fixed) latency).duration().toString());
    }
}

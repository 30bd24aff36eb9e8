package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import java.util.Comparator;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What new sandboxes start with.
 *
 * @param usual where nothing else is said
 * @param byPrefix the same for keys that begin with a text; of several that fit, the longest counts
 */
public record AccountDefaults(SandboxDefaults usual, Map<String, SandboxDefaults> byPrefix) {

    public AccountDefaults {
        byPrefix = Map.copyOf(byPrefix);
    }

    /** Whatever the key. */
    public static AccountDefaults allWith(SandboxDefaults usual) {
        return new AccountDefaults(usual, Map.of());
    }

    public SandboxDefaults of(ApiKey key) {
        return byPrefix.keySet().stream()
                .filter(key.value()::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(byPrefix::get)
                .orElse(usual);
    }

    /** The same, changed for all. */
    public AccountDefaults with(UnaryOperator<SandboxDefaults> change) {
        return new AccountDefaults(
                change.apply(usual),
                byPrefix.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, start -> change.apply(start.getValue()))));
    }
}

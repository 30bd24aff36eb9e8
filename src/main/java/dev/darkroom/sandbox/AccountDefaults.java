package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The defaults of new sandboxes.
 *
 * @param general for keys that match none of the others
 * @param byPrefix the defaults for the keys of each dialect. Dialects may share a prefix; if a key's dialect is
 *     unknown, the first of them applies
 */
public record AccountDefaults(SandboxDefaults general, List<ForDialect> byPrefix) {

    public AccountDefaults {
        byPrefix = List.copyOf(byPrefix);
    }

    /** The same defaults for all keys, whatever their prefix. */
    public static AccountDefaults allWith(SandboxDefaults general) {
        return new AccountDefaults(general, List.of());
    }

    /** The defaults of a key whose dialect is unknown: those of its longest matching prefix. */
    public SandboxDefaults of(ApiKey key) {
        return of(key, Optional.empty());
    }

    /**
     * The defaults of a key: those of its longest matching prefix and, if several dialects have that prefix, those of
     * the dialect that the key is used with.
     */
    public SandboxDefaults of(ApiKey key, String dialect) {
        return of(key, Optional.of(dialect));
    }

    /** Applies the same change to all defaults. */
    public AccountDefaults with(UnaryOperator<SandboxDefaults> change) {
        return new AccountDefaults(
                change.apply(general),
                byPrefix.stream()
                        .map(entry -> new ForDialect(entry.dialect(), entry.prefix(), change.apply(entry.defaults())))
                        .toList());
    }

    private SandboxDefaults of(ApiKey key, Optional<String> dialect) {
        List<ForDialect> matching = byPrefix.stream()
                .filter(entry -> key.value().startsWith(entry.prefix()))
                .toList();
        int longest = matching.stream()
                .mapToInt(entry -> entry.prefix().length())
                .max()
                .orElse(0);
        return matching.stream()
                .filter(entry -> entry.prefix().length() == longest)
                .min(Comparator.comparing(
                        entry -> dialect.filter(entry.dialect()::equals).isEmpty()))
                .map(ForDialect::defaults)
                .orElse(general);
    }

    /** The defaults for the keys of one dialect, which begin with {@code prefix}. */
    public record ForDialect(String dialect, String prefix, SandboxDefaults defaults) {}
}

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
 * @param byPrefix for keys of one dialect each; the first of several with the same prefix decides where the dialect is
 *     unknown
 */
public record AccountDefaults(SandboxDefaults general, List<ForDialect> byPrefix) {

    public AccountDefaults {
        byPrefix = List.copyOf(byPrefix);
    }

    /** The same defaults for all keys. */
    public static AccountDefaults allWith(SandboxDefaults general) {
        return new AccountDefaults(general, List.of());
    }

    /** The defaults of a key that no dialect has seen yet: those of its longest matching prefix. */
    public SandboxDefaults of(ApiKey key) {
        return of(key, Optional.empty());
    }

    /**
     * The defaults of a key: those of its longest matching prefix and, if several dialects have that prefix, those of the
     * dialect that the key is used with.
     */
    public SandboxDefaults of(ApiKey key, String dialect) {
        return of(key, Optional.of(dialect));
    }

    /** Applies the same change to all defaults. */
    public AccountDefaults with(UnaryOperator<SandboxDefaults> change) {
        return new AccountDefaults(
                change.apply(general),
                byPrefix.stream()
                        .map(one -> new ForDialect(one.dialect(), one.prefix(), change.apply(one.defaults())))
                        .toList());
    }

    private SandboxDefaults of(ApiKey key, Optional<String> dialect) {
        List<ForDialect> matching = byPrefix.stream()
                .filter(one -> key.value().startsWith(one.prefix()))
                .toList();
        int longest =
                matching.stream().mapToInt(one -> one.prefix().length()).max().orElse(0);
        return matching.stream()
                .filter(one -> one.prefix().length() == longest)
                .min(Comparator.comparing(
                        one -> dialect.filter(one.dialect()::equals).isEmpty()))
                .map(ForDialect::defaults)
                .orElse(general);
    }

    /** The defaults of the keys of one dialect, which begin with {@code prefix}. */
    public record ForDialect(String dialect, String prefix, SandboxDefaults defaults) {}
}

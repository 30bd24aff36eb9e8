package dev.darkroom.chaos;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * The names that rules can refer to.
 *
 * @param codes the error codes of each dialect, by the name of the dialect
 * @param ids parses the public id of a task of any dialect
 */
public record RuleVocabulary(Map<String, ? extends Collection<String>> codes, Function<String, Optional<UUID>> ids) {

    /** Whether any dialect has this code. */
    boolean isCode(String code) {
        return codes.values().stream().anyMatch(dialectCodes -> dialectCodes.contains(code));
    }

    SortedSet<String> dialects() {
        return new TreeSet<>(codes.keySet());
    }

    /** The codes of one dialect, or the codes that all dialects share when {@code dialect} is null. */
    SortedSet<String> codesOf(String dialect) {
        SortedSet<String> common = new TreeSet<>();
        codes.values().forEach(common::addAll);
        codes.forEach((name, dialectCodes) -> {
            if (dialect == null || dialect.equals(name)) {
                common.retainAll(dialectCodes);
            }
        });
        return common;
    }
}

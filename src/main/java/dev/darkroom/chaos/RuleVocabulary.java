package dev.darkroom.chaos;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a rule may name.
 *
 * @param codes the error codes of each dialect, by its name
 * @param ids reads the id of a task, however it is spelt
 */
public record RuleVocabulary(Map<String, ? extends Collection<String>> codes, Function<String, Optional<UUID>> ids) {

    /** Whether any dialect has this code. */
    boolean isCode(String code) {
        return codes.values().stream().anyMatch(own -> own.contains(code));
    }

    SortedSet<String> dialects() {
        return new TreeSet<>(codes.keySet());
    }

    /** The codes of one dialect; those that all have when it is null. */
    SortedSet<String> codesOf(String dialect) {
        SortedSet<String> common = new TreeSet<>();
        codes.values().forEach(common::addAll);
        codes.forEach((name, own) -> {
            if (dialect == null || dialect.equals(name)) {
                common.retainAll(own);
            }
        });
        return common;
    }
}

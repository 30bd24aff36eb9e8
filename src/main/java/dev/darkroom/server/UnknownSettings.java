package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.http.json.Suggestions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what looks like a setting and is none, such as a typing error, which nobody else would notice. */
final class UnknownSettings {

    private static final String PREFIX = "darkroom.";
    private static final String SEEDED = "darkroom.sandboxes.";

    /** What one key can have of its own. */
    private static final List<String> OWN = List.of("darkroom.sandbox.", "darkroom.lifecycle.");

    private static final List<String> OWN_OF_ALL = List.of("weather", "faults");

    /** What Quarkus calls it. */
    private static final Map<String, String> OTHERS = Map.of("darkroom.port", "quarkus.http.port");

    private final Collection<String> names;
    private final Collection<String> seededKeys;

    /** @param names of all settings there are, but for those of certain keys */
    UnknownSettings(Collection<String> names, Collection<String> seededKeys) {
        this.names = names;
        this.seededKeys = seededKeys;
    }

    /** One sentence for each. */
    List<String> in(Iterable<String> properties) {
        Set<String> unknown = new TreeSet<>();
        properties.forEach(property -> {
            if (plain(property).startsWith(PREFIX)) {
                unknown.add(plain(property));
            }
        });
        unknown.removeAll(known());
        return unknown.stream()
                .map(name ->
                        name.startsWith(SEEDED) ? ofKey(name) : name + " is not a setting" + guess(meant(name, names)))
                .distinct()
                .toList();
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>();
        names.forEach(name -> known.add(plain(name)));
        seededKeys.forEach(key -> own().forEach(name -> known.add(plain(SEEDED + key + "." + name))));
        return known;
    }

    /** Keys are not for logs. */
    private String ofKey(String name) {
        return seededKeys.stream()
                .filter(key -> name.startsWith(plain(SEEDED + key + ".")))
                .findFirst()
                .map(key -> {
                    String own = name.substring(plain(SEEDED + key + ".").length());
                    return SEEDED + '"' + new ApiKey(key).masked() + "\"." + own + " is not a setting"
                            + guess(meant(own, own().toList()));
                })
                .orElse("A setting in " + SEEDED + "* is none; name a key and what it shall have in"
                        + " config/application.yaml or with -D, for the environment cannot spell keys");
    }

    private Stream<String> own() {
        Stream<String> inGroups = OWN.stream().flatMap(start -> names.stream()
                .filter(name -> name.startsWith(start))
                .map(name -> name.substring(start.length())));
        return Stream.concat(inGroups, OWN_OF_ALL.stream());
    }

    private static String guess(Optional<String> meant) {
        return meant.map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** The one setting that ends in the same way, or the most similar one. */
    private static Optional<String> meant(String name, Collection<String> known) {
        String end = name.substring(name.lastIndexOf('.') + 1);
        List<String> sameEnd = known.stream().filter(n -> n.endsWith("." + end)).toList();
        return Optional.ofNullable(OTHERS.get(name))
                .or(() -> sameEnd.size() == 1 ? Optional.of(sameEnd.get(0)) : Suggestions.closest(name, known));
    }

    /** Environment variables know neither dashes nor dots, the entries of a list have numbers, and keys may be quoted. */
    private static String plain(String property) {
        return property.toLowerCase(Locale.ROOT).replaceAll("\\[\\d+]$|\"", "").replaceAll("[_-]", ".");
    }
}

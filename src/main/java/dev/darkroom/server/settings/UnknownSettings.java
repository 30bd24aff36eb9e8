package dev.darkroom.server.settings;

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
import java.util.regex.Pattern;

/** Finds properties whose names look like settings of Darkroom but are not, such as misspelled names. */
final class UnknownSettings {

    private static final String PREFIX = "darkroom.";

    private static final Pattern INDEX_OR_QUOTE = Pattern.compile("\\[(?:\\d+|\\*)]|_\\d+_(?=_|$)|\"");

    /** Quarkus's settings, by the Darkroom name that users may expect. */
    private static final Map<String, String> QUARKUS_NAMES = Map.of("darkroom.port", "quarkus.http.port");

    private final SettingNames names;
    private final Collection<String> seededKeys;

    UnknownSettings(SettingNames names, Collection<String> seededKeys) {
        this.names = names;
        this.seededKeys = seededKeys;
    }

    /** One warning for each unknown name, in alphabetical order. */
    List<String> warnings(Iterable<String> properties) {
        Set<String> unknown = new TreeSet<>();
        properties.forEach(property -> {
            // Each start tests all properties, few of which are Darkroom's, so this fast test comes first.
            if (property.regionMatches(true, 0, PREFIX, 0, PREFIX.length() - 1)) {
                unknown.add(normalize(property));
            }
        });
        unknown.removeIf(name -> !name.startsWith(PREFIX));
        if (!unknown.isEmpty()) {
            unknown.removeAll(knownNames());
        }
        return unknown.stream().map(this::warning).distinct().toList();
    }

    private Set<String> knownNames() {
        Set<String> known = new HashSet<>();
        names.all().forEach(name -> known.add(normalize(name)));
        seededKeys.forEach(key -> names.ofKey().forEach(name -> known.add(startOf(key) + normalize(name))));
        return known;
    }

    private String warning(String name) {
        return name.startsWith(SettingNames.SEEDED)
                ? warningForKey(name)
                : name + " is not a setting" + suggestion(name, names.all());
    }

    /** Masks the key, because whole keys never appear in logs. */
    private String warningForKey(String name) {
        return seededKeys.stream()
                .filter(key -> name.startsWith(startOf(key)))
                .findFirst()
                .map(key -> {
                    String setting = name.substring(startOf(key).length());
                    return SettingNames.SEEDED + '"' + new ApiKey(key).masked() + "\"." + setting + " is not a setting"
                            + suggestion(setting, names.ofKey());
                })
                .orElse("A setting of " + SettingNames.SEEDED + "* is ignored. Per-key settings can't come from"
                        + " environment variables; use config/application.yaml or -D");
    }

    private static String startOf(String key) {
        return normalize(SettingNames.SEEDED + key + ".");
    }

    /** Names the only setting with the same last part, or otherwise the most similar one. */
    private static String suggestion(String name, Collection<String> known) {
        String lastPart = name.substring(name.lastIndexOf('.') + 1);
        List<String> sameLastPart =
                known.stream().filter(n -> n.endsWith("." + lastPart)).toList();
        return Optional.ofNullable(QUARKUS_NAMES.get(name))
                .or(() ->
                        sameLastPart.size() == 1 ? Optional.of(sameLastPart.get(0)) : Suggestions.closest(name, known))
                .map(suggested -> "; did you mean " + suggested + "?")
                .orElse("");
    }

    /**
     * Removes the differences between spellings of one setting: environment variables have neither dashes nor dots,
     * list entries have an index ({@code [0]}, in environment variables {@code _0_}), and keys may be in quotes.
     */
    private static String normalize(String property) {
        return INDEX_OR_QUOTE
                .matcher(property.toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace('_', '.')
                .replace('-', '.');
    }
}

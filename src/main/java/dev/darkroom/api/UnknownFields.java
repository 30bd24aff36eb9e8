package dev.darkroom.api;

import dev.darkroom.field.ObjectValue;
import dev.darkroom.field.TextRules;
import dev.darkroom.http.json.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Warns about the fields of a request that its API does not have. Like real gateways, Darkroom ignores them, but a
 * client that sends one expects it to have an effect.
 */
public final class UnknownFields {

    private static final int MAX_WARNINGS = 10;
    private static final int MAX_NAME = 40;

    private final String owner;
    private final Collection<String> knownFields;
    private final Map<String, String> otherNames;

    /**
     * @param owner what warnings call the object, such as {@code the request body}
     * @param knownFields the names of the object's fields
     * @param otherNames the names of these fields in other APIs, each with the known field to suggest
     */
    public UnknownFields(String owner, Collection<String> knownFields, Map<String, String> otherNames) {
        this.owner = owner;
        this.knownFields = knownFields;
        this.otherNames = otherNames;
    }

    /** One sentence for each unknown field. After ten of them, one sentence counts the rest. */
    public List<String> warnings(ObjectValue object) {
        List<String> warnings = new ArrayList<>();
        int omitted = 0;
        for (String name : object.names()) {
            if (knownFields.contains(name)) {
                continue;
            }
            if (warnings.size() < MAX_WARNINGS) {
                warnings.add(warning(name));
            } else {
                omitted++;
            }
        }
        if (omitted > 0) {
            warnings.add(omitted + " more fields are not fields of " + owner);
        }
        return warnings;
    }

    private String warning(String name) {
        String sentence = "`" + TextRules.quotable(name, MAX_NAME) + "` is not a field of " + owner;
        return suggestion(name)
                .map(field -> sentence + "; did you mean `" + field + "`?")
                .orElse(sentence);
    }

    private Optional<String> suggestion(String name) {
        String otherName = otherNames.get(name);
        if (otherName != null || name.length() > MAX_NAME) {
            return Optional.ofNullable(otherName);
        }
        return Suggestions.closest(name, knownFields);
    }
}

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
 * Names the fields of a request that its API does not have. They are ignored, as gateways do, but a client that sends
 * them expects something that will not happen.
 */
public final class UnknownFields {

    private static final int MAX_WARNINGS = 10;
    private static final int MAX_NAME = 40;

    private final String owner;
    private final Collection<String> known;
    private final Map<String, String> otherNames;

    /**
     * @param owner what the object is called in the API's pages
     * @param known the fields that it has
     * @param otherNames what other APIs call them: another name, and the known one to suggest for it
     */
    public UnknownFields(String owner, Collection<String> known, Map<String, String> otherNames) {
        this.owner = owner;
        this.known = known;
        this.otherNames = otherNames;
    }

    /** One sentence for each unknown field, at most ten and one that counts the rest. */
    public List<String> warnings(ObjectValue object) {
        List<String> warnings = new ArrayList<>();
        int more = 0;
        for (String name : object.names()) {
            if (known.contains(name)) {
                continue;
            }
            if (warnings.size() < MAX_WARNINGS) {
                warnings.add(warning(name));
            } else {
                more++;
            }
        }
        if (more > 0) {
            warnings.add(more + " more fields are not fields of " + owner);
        }
        return warnings;
    }

    private String warning(String name) {
        String sentence = "`" + TextRules.quotable(name, MAX_NAME) + "` is not a field of " + owner;
        return nearest(name)
                .map(field -> sentence + "; did you mean `" + field + "`?")
                .orElse(sentence);
    }

    private Optional<String> nearest(String name) {
        String otherName = otherNames.get(name);
        if (otherName != null || name.length() > MAX_NAME) {
            return Optional.ofNullable(otherName);
        }
        return Suggestions.closest(name, known);
    }
}

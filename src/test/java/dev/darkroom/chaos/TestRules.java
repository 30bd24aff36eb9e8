package dev.darkroom.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads rules from JSON, with the vocabulary of two dialects. */
public final class TestRules {

    public static final RuleVocabulary VOCABULARY = new RuleVocabulary(
            Map.of(
                    "one", List.of("upstream_error", "rate_limit_exceeded", "only_here"),
                    "other", List.of("upstream_error", "rate_limit_exceeded")),
            TestRules::id);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TestRules() {}

    /** @param rules the elements of a JSON array, without its brackets */
    public static List<FaultRule> read(String rules) {
        return new RuleReader(VOCABULARY).read("rules", list(rules), List.of());
    }

    public static FaultSet set(String rules) {
        return FaultSet.of(read(rules));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Object list(String rules) {
        try {
            return MAPPER.readValue("[" + rules + "]", Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

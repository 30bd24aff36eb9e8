package dev.darkroom.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Rules as somebody would write them, in JSON. */
public final class SomeRules {

    public static final Known KNOWN = new Known(Map.of(
            "one", List.of("upstream_error", "rate_limit_exceeded", "only_here"),
            "other", List.of("upstream_error", "rate_limit_exceeded")));

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SomeRules() {}

    /** @param rules the inside of a list */
    public static List<FaultRule> read(String rules) {
        return new RuleReader(KNOWN).read("rules", list(rules), List.of());
    }

    public static FaultSet set(String rules) {
        return FaultSet.of(read(rules));
    }

    static Object list(String rules) {
        try {
            return MAPPER.readValue("[" + rules + "]", Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

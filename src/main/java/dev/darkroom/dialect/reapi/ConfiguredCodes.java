package dev.darkroom.dialect.reapi;

import dev.darkroom.task.Outcome;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error codes that responses contain: the vendor's, and the invented ones or their replacements in
 * {@link ReApiConfig#codes()}.
 */
@Singleton
class ConfiguredCodes {

    static final String RULE = "pairs such as 30001=30010: an invented code, and the five digits to send in its place";

    private static final Pattern PAIR = Pattern.compile("(\\d{5})=([1-9]\\d{4})");

    private final List<String> pairs;
    private final Map<ErrorCode, Integer> codes = new EnumMap<>(ErrorCode.class);

    ConfiguredCodes(ReApiConfig config) {
        pairs = config.codes().orElse(List.of());
        for (ErrorCode error : ErrorCode.values()) {
            codes.put(error, error.defaultCode());
        }
        for (String pair : pairs) {
            Matcher match = PAIR.matcher(pair);
            if (match.matches()) {
                invented(match.group(1)).ifPresent(error -> codes.put(error, Integer.valueOf(match.group(2))));
            }
        }
    }

    int of(ErrorCode error) {
        return codes.get(error);
    }

    Optional<ErrorCode> errorOf(String code) {
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue().toString().equals(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The outcome of a task that fails with this code. */
    Outcome.Fails failure(ErrorCode error) {
        return new Outcome.Fails(Integer.toString(of(error)), error.message());
    }

    /** All codes as strings, in the order of {@link ErrorCode}. */
    List<String> all() {
        return codes.values().stream().map(Object::toString).toList();
    }

    /** Whether each pair of the setting replaces an invented code, and no two errors have the same code. */
    boolean areValid() {
        boolean isEachInvented = pairs.stream()
                .map(PAIR::matcher)
                .allMatch(match -> match.matches() && invented(match.group(1)).isPresent());
        return isEachInvented && new HashSet<>(codes.values()).size() == codes.size();
    }

    private static Optional<ErrorCode> invented(String code) {
        return Arrays.stream(ErrorCode.values())
                .filter(ErrorCode::isInvented)
                .filter(error -> Integer.toString(error.defaultCode()).equals(code))
                .findFirst();
    }
}

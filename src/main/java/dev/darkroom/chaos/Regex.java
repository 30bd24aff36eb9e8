package dev.darkroom.chaos;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Regular expressions from clients, in RE2's syntax: matching takes linear time and little memory. */
public final class Regex {

    public static final String RULE =
            "It must be a regular expression of at most 250 characters in RE2's syntax, without \\Q and"
                    + " without a repetition count after a group.";

    private static final int MAX_LENGTH = 250;

    /** In the worst case each character of a text is matched against all instructions. */
    private static final int MAX_INSTRUCTIONS = 200;

    private Regex() {}

    /**
     * Empty when the expression is invalid or too expensive: {@code ((a{1000}){1000}){1000}} matches a billion letters.
     */
    public static Optional<Pattern> parse(String regex) {
        if (regex.length() > MAX_LENGTH || regex.contains("){") || regex.contains("\\Q")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(regex, Pattern.DOTALL))
                    .filter(pattern -> pattern.programSize() <= MAX_INSTRUCTIONS);
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}

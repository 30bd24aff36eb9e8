package dev.darkroom.chaos;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Regular expressions from outside, in RE2's syntax: they match in linear time, with little memory. */
public final class Regex {

    public static final String RULE =
            "It must be a regular expression of at most 250 characters in RE2's syntax, with no \\Q and"
                    + " no count behind a group.";

    private static final int MAX_LENGTH = 250;

    /** In the worst case every character of a text goes through all of them. */
    private static final int MAX_INSTRUCTIONS = 200;

    private Regex() {}

    /** Empty when it is none, or asks for too much: {@code ((a{1000}){1000}){1000}} is a billion letters. */
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

package dev.darkroom.chaos;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A text in which an asterisk stands for anything. */
public record Wildcard(String text, Pattern pattern) {

    public static Wildcard of(String text) {
        String regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return new Wildcard(text, Pattern.compile(regex, Pattern.DOTALL));
    }

    public boolean matches(String value) {
        return pattern.matches(value);
    }
}

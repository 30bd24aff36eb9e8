package dev.darkroom.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the text of a {@link JsonPath} into its steps. */
final class JsonPathParser {

    private static final Pattern DOTTED_NAME = Pattern.compile("[^\\s.\\[\\]()'\",?*@$][^\\s.\\[\\]()'\",?*]*+");
    private static final Pattern WILDCARD = Pattern.compile("\\*");
    private static final Pattern BRACKETED_WILDCARD = Pattern.compile("\\[ *\\* *]");
    private static final Pattern BRACKETED_NAME =
            Pattern.compile("\\[ *(?:'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\") *]", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("\\[ *(-?\\d{1,9}) *]");
    private static final Pattern SLICE = Pattern.compile("\\[ *(-?\\d{1,9})? *: *(-?\\d{1,9})? *]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private final String path;
    private final Matcher matcher;
    private final List<JsonPathStep> steps = new ArrayList<>();
    private int position;
    private boolean hasDescendants;

    JsonPathParser(String path) {
        this.path = path;
        this.matcher = Pattern.compile("").matcher(path);
    }

    /** The steps; empty when the path is invalid. */
    Optional<List<JsonPathStep>> parse() {
        boolean isValid = skip("$") || readDotted() || readBracketed();
        while (isValid && position < path.length()) {
            isValid = readStep();
        }
        return isValid ? Optional.of(steps) : Optional.empty();
    }

    private boolean readStep() {
        if (skip("..")) {
            if (hasDescendants) {
                return false;
            }
            hasDescendants = true;
            steps.add(JsonPathStep.DESCENDANTS);
            return readDotted() || readBracketed();
        }
        return skip(".") ? readDotted() : readBracketed();
    }

    private boolean readDotted() {
        if (matches(WILDCARD)) {
            steps.add(JsonPathStep.CHILDREN);
        } else if (matches(DOTTED_NAME)) {
            steps.add(JsonPathStep.name(matcher.group()));
        } else {
            return false;
        }
        return true;
    }

    private boolean readBracketed() {
        if (matches(BRACKETED_WILDCARD)) {
            steps.add(JsonPathStep.CHILDREN);
        } else if (matches(BRACKETED_NAME)) {
            String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            steps.add(JsonPathStep.name(ESCAPE.matcher(name).replaceAll("$1")));
        } else if (matches(INDEX)) {
            steps.add(JsonPathStep.index(number(1, 0)));
        } else if (matches(SLICE)) {
            steps.add(JsonPathStep.slice(number(1, 0), number(2, Integer.MAX_VALUE)));
        } else {
            return false;
        }
        return true;
    }

    private int number(int group, int absent) {
        return matcher.group(group) == null ? absent : Integer.parseInt(matcher.group(group));
    }

    private boolean skip(String text) {
        boolean isThere = path.startsWith(text, position);
        position += isThere ? text.length() : 0;
        return isThere;
    }

    /** Moves behind the text that matches, if it is here. */
    private boolean matches(Pattern pattern) {
        matcher.usePattern(pattern).region(position, path.length());
        boolean isThere = matcher.lookingAt();
        position = isThere ? matcher.end() : position;
        return isThere;
    }
}

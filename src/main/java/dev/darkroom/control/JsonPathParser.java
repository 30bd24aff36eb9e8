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
        if (skip(WILDCARD)) {
            steps.add(JsonPathStep.CHILDREN);
        } else if (skip(DOTTED_NAME)) {
            steps.add(JsonPathStep.name(matcher.group()));
        } else {
            return false;
        }
        return true;
    }

    private boolean readBracketed() {
        if (skip(BRACKETED_WILDCARD)) {
            steps.add(JsonPathStep.CHILDREN);
        } else if (skip(BRACKETED_NAME)) {
            String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            steps.add(JsonPathStep.name(ESCAPE.matcher(name).replaceAll("$1")));
        } else if (skip(INDEX)) {
            steps.add(JsonPathStep.index(number(1, 0)));
        } else if (skip(SLICE)) {
            steps.add(JsonPathStep.slice(number(1, 0), number(2, Integer.MAX_VALUE)));
        } else {
            return false;
        }
        return true;
    }

    private int number(int group, int defaultValue) {
        return matcher.group(group) == null ? defaultValue : Integer.parseInt(matcher.group(group));
    }

    private boolean skip(String text) {
        boolean isThere = path.startsWith(text, position);
        position += isThere ? text.length() : 0;
        return isThere;
    }

    /** Skips the text at the position that matches the pattern. Returns whether there is any. */
    private boolean skip(Pattern pattern) {
        matcher.usePattern(pattern).region(position, path.length());
        boolean isThere = matcher.lookingAt();
        position = isThere ? matcher.end() : position;
        return isThere;
    }
}

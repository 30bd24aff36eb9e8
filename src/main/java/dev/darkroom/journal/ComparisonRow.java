package dev.darkroom.journal;

import dev.darkroom.journal.Condition.Result;

/** The expected and the actual value of one condition, each as one line of text. */
public record ComparisonRow(String name, String expected, String actual, boolean isMet) {

    /** The maximum number of characters in a text. */
    private static final int MAX_LENGTH = 1000;

    static ComparisonRow of(Condition condition, Result result) {
        return new ComparisonRow(
                        SingleLineText.escaped(condition.name()),
                        SingleLineText.escaped(condition.expected()),
                        SingleLineText.escaped(result.actual().get()),
                        result.isMet())
                .within(MAX_LENGTH);
    }

    /**
     * Returns this row with shortened texts. When shortening would make expected and actual look the same, both begin
     * shortly before their first difference.
     */
    ComparisonRow within(int limit) {
        String shortExpected = SingleLineText.shortened(expected, limit);
        String shortActual = SingleLineText.shortened(actual, limit);
        if (shortExpected.equals(shortActual) && !expected.equals(actual)) {
            int from = SingleLineText.firstDifference(expected, actual) - limit / 4;
            shortExpected = SingleLineText.shortened(SingleLineText.tail(expected, from), limit);
            shortActual = SingleLineText.shortened(SingleLineText.tail(actual, from), limit);
        }
        return new ComparisonRow(SingleLineText.shortened(name, limit), shortExpected, shortActual, isMet);
    }
}

package dev.darkroom.journal;

import dev.darkroom.journal.Condition.Finding;

/** What was expected and what was found, as text of one line each. */
public record ComparisonRow(String name, String expected, String actual, boolean holds) {

    /** So many characters of a text are told. */
    private static final int MAX_LENGTH = 1000;

    static ComparisonRow of(Condition condition, Finding finding) {
        return new ComparisonRow(
                        SingleLineText.of(condition.name()),
                        SingleLineText.of(condition.expected()),
                        SingleLineText.of(finding.actual().get()),
                        finding.holds())
                .within(MAX_LENGTH);
    }

    /**
     * The same in texts of so many characters. Where shortening leaves nothing that tells expected from actual, both
     * begin shortly before they part.
     */
    ComparisonRow within(int most) {
        String shortExpected = SingleLineText.shortened(expected, most);
        String shortActual = SingleLineText.shortened(actual, most);
        if (shortExpected.equals(shortActual) && !expected.equals(actual)) {
            int from = SingleLineText.parting(expected, actual) - most / 4;
            shortExpected = SingleLineText.shortened(SingleLineText.tail(expected, from), most);
            shortActual = SingleLineText.shortened(SingleLineText.tail(actual, from), most);
        }
        return new ComparisonRow(SingleLineText.shortened(name, most), shortExpected, shortActual, holds);
    }
}

package dev.darkroom.journal;

import dev.darkroom.journal.Condition.Finding;

/** What was expected and what was found, as text of one line each. */
public record Row(String name, String expected, String actual, boolean holds) {

    /** So many characters of a text are told. */
    private static final int MAX_LENGTH = 1000;

    static Row of(Condition condition, Finding finding) {
        return new Row(
                        OneLine.of(condition.name()),
                        OneLine.of(condition.expected()),
                        OneLine.of(finding.actual().get()),
                        finding.holds())
                .within(MAX_LENGTH);
    }

    /**
     * The same in texts of so many characters. Where shortening leaves nothing that tells expected from actual, both
     * begin shortly before they part.
     */
    Row within(int most) {
        String shortExpected = OneLine.shortened(expected, most);
        String shortActual = OneLine.shortened(actual, most);
        if (shortExpected.equals(shortActual) && !expected.equals(actual)) {
            int from = OneLine.parting(expected, actual) - most / 4;
            shortExpected = OneLine.shortened(OneLine.tail(expected, from), most);
            shortActual = OneLine.shortened(OneLine.tail(actual, from), most);
        }
        return new Row(OneLine.shortened(name, most), shortExpected, shortActual, holds);
    }
}

package dev.darkroom.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of a verification.
 *
 * @param expected the expected number of matches
 * @param count the number of matches
 * @param exchanges the numbers of the first matches
 * @param examined the number of exchanges compared
 * @param explanations up to three exchanges that explain a failure: the newest matches when there are too many,
 *     otherwise the exchanges that meet the most conditions, best first
 */
public record Verdict(Times expected, int count, List<Long> exchanges, int examined, List<Comparison> explanations) {

    private static final int MAX_NAMED = 10;

    public boolean isVerified() {
        return expected.includes(count);
    }

    /** Whether there are more matches than allowed. */
    public boolean isExceeded() {
        return expected.isExceededBy(count);
    }

    /**
     * Describes the result as text.
     *
     * @param dropped the number of exchanges that the journal had dropped before
     */
    public List<String> lines(long dropped) {
        List<String> lines = new ArrayList<>();
        lines.add((isVerified() ? "Verified" : "Not verified") + ": expected " + expected + ", and " + count + " of "
                + examined + " exchanges matched" + (isVerified() ? matchNumbers() : "") + ".");
        if (dropped > 0) {
            lines.add("The journal has dropped " + dropped + " older exchanges.");
        }
        if (!isVerified() && !explanations.isEmpty()) {
            lines.add("");
            lines.add(isExceeded() ? "Matched too often, newest first:" : "Nearest:");
            explanations.forEach(comparison -> {
                lines.add("");
                lines.add(comparison.title());
                lines.addAll(ComparisonTable.lines(comparison.rows()));
                comparison
                        .exchange()
                        .details()
                        .warnings()
                        .forEach(warning -> lines.add("  ! " + SingleLineText.escaped(warning)));
            });
        }
        return lines;
    }

    private String matchNumbers() {
        if (exchanges.isEmpty()) {
            return "";
        }
        List<String> first = exchanges.stream()
                .limit(MAX_NAMED)
                .map(number -> Long.toString(number))
                .toList();
        return " (" + String.join(", ", first) + (count > first.size() ? ", ..." : "") + ")";
    }
}

package dev.darkroom.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a verification.
 *
 * @param expected how many should match
 * @param count how many do
 * @param exchanges the numbers of the first of these
 * @param seen among how many
 * @param shown what explains a failure, of which there is little: the newest ones that match when they are too many, else
 *     those that match nearly, nearest first
 */
public record Verdict(Times expected, int count, List<Long> exchanges, int seen, List<Comparison> shown) {

    private static final int MAX_NAMED = 10;

    public boolean isVerified() {
        return expected.fits(count);
    }

    /** Whether more match than may. */
    public boolean isTooOften() {
        return expected.isExceededBy(count);
    }

    /**
     * For a person.
     *
     * @param dropped how many exchanges were not seen because the journal had no room for them any more
     */
    public List<String> lines(long dropped) {
        List<String> lines = new ArrayList<>();
        lines.add((isVerified() ? "Verified" : "Not verified") + ": expected " + expected + ", and " + count + " of "
                + seen + " exchanges matched" + (isVerified() ? named() : "") + ".");
        if (dropped > 0) {
            lines.add("The journal has dropped " + dropped + " older ones.");
        }
        if (!isVerified() && !shown.isEmpty()) {
            lines.add("");
            lines.add(isTooOften() ? "Matched too often, the newest first:" : "Nearest:");
            shown.forEach(comparison -> {
                lines.add("");
                lines.add(comparison.title());
                lines.addAll(ComparisonTable.lines(comparison.rows()));
            });
        }
        return lines;
    }

    private String named() {
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

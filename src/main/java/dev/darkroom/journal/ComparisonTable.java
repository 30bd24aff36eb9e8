package dev.darkroom.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows below each other, with a mark at those that do not hold. */
final class ComparisonTable {

    /** Three columns of so many characters leave room for the mark in a line of 120. */
    private static final int WIDEST = 34;

    private static final ComparisonRow HEAD = new ComparisonRow("condition", "expected", "actual", true);

    private ComparisonTable() {}

    static List<String> lines(List<ComparisonRow> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<ComparisonRow> rows = new ArrayList<>(List.of(HEAD));
        all.forEach(row -> rows.add(row.within(WIDEST)));
        int name = width(rows, ComparisonRow::name);
        int expected = width(rows, ComparisonRow::expected);
        int actual = width(rows, ComparisonRow::actual);
        return rows.stream()
                .map(row -> "  " + SingleLineText.padded(row.name(), name)
                        + " | " + SingleLineText.padded(row.expected(), expected)
                        + " | " + (row.holds() ? row.actual() : SingleLineText.padded(row.actual(), actual) + " <--"))
                .toList();
    }

    private static int width(List<ComparisonRow> rows, Function<ComparisonRow, String> column) {
        return rows.stream().map(column).mapToInt(SingleLineText::length).max().orElse(0);
    }
}

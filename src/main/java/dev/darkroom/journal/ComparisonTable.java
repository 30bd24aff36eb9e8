package dev.darkroom.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Formats rows as a table that marks the conditions that are not met. */
final class ComparisonTable {

    /** Three columns of this width and the mark fit into a line of 120 characters. */
    private static final int MAX_COLUMN_WIDTH = 34;

    private static final ComparisonRow HEAD = new ComparisonRow("condition", "expected", "actual", true);

    private ComparisonTable() {}

    static List<String> lines(List<ComparisonRow> comparison) {
        if (comparison.isEmpty()) {
            return List.of();
        }
        List<ComparisonRow> rows = new ArrayList<>(List.of(HEAD));
        comparison.forEach(row -> rows.add(row.within(MAX_COLUMN_WIDTH)));
        int name = width(rows, ComparisonRow::name);
        int expected = width(rows, ComparisonRow::expected);
        int actual = width(rows, ComparisonRow::actual);
        return rows.stream()
                .map(row -> "  " + SingleLineText.padded(row.name(), name)
                        + " | " + SingleLineText.padded(row.expected(), expected)
                        + " | " + (row.isMet() ? row.actual() : SingleLineText.padded(row.actual(), actual) + " <--"))
                .toList();
    }

    private static int width(List<ComparisonRow> rows, Function<ComparisonRow, String> column) {
        return rows.stream().map(column).mapToInt(SingleLineText::length).max().orElse(0);
    }
}

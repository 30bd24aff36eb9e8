package dev.darkroom.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows below each other, with a mark at those that do not hold. */
final class Table {

    /** Three columns of so many characters leave room for the mark in a line of 120. */
    private static final int WIDEST = 34;

    private static final Row HEAD = new Row("condition", "expected", "actual", true);

    private Table() {}

    static List<String> lines(List<Row> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>(List.of(HEAD));
        all.forEach(row -> rows.add(row.within(WIDEST)));
        int name = width(rows, Row::name);
        int expected = width(rows, Row::expected);
        int actual = width(rows, Row::actual);
        return rows.stream()
                .map(row -> "  " + OneLine.padded(row.name(), name)
                        + " | " + OneLine.padded(row.expected(), expected)
                        + " | " + (row.holds() ? row.actual() : OneLine.padded(row.actual(), actual) + " <--"))
                .toList();
    }

    private static int width(List<Row> rows, Function<Row, String> column) {
        return rows.stream().map(column).mapToInt(OneLine::length).max().orElse(0);
    }
}

package dev.darkroom.journal;

import dev.darkroom.journal.Condition.Finding;
import java.util.ArrayList;
import java.util.List;

/** An exchange, held against all conditions. */
public final class Comparison {

    private static final int MAX_METHOD_LENGTH = 12;
    private static final int MAX_PATH_LENGTH = 44;

    private final Exchange exchange;
    private final List<Condition> conditions;
    private final List<Finding> findings;
    private final int held;

    Comparison(Exchange exchange, List<Condition> conditions) {
        this.exchange = exchange;
        this.conditions = conditions;
        this.findings = conditions.stream()
                .map(condition -> condition.test().apply(exchange))
                .toList();
        this.held = (int) findings.stream().filter(Finding::holds).count();
    }

    public Exchange exchange() {
        return exchange;
    }

    /** How many conditions hold. */
    int held() {
        return held;
    }

    boolean isMatch() {
        return held == conditions.size();
    }

    /** One for each condition. */
    public List<ComparisonRow> rows() {
        List<ComparisonRow> rows = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            rows.add(ComparisonRow.of(conditions.get(i), findings.get(i)));
        }
        return rows;
    }

    /** What it is about, in a line. */
    String title() {
        RecordedRequest request = exchange.request();
        String title = "exchange " + exchange.number() + ": "
                + SingleLineText.shortened(SingleLineText.of(request.method()), MAX_METHOD_LENGTH) + " "
                + SingleLineText.shortened(SingleLineText.of(request.path()), MAX_PATH_LENGTH) + " -> "
                + Conditions.statusInWords(exchange.answer().status());
        return conditions.isEmpty() ? title : title + ", " + held + " of " + conditions.size() + " hold";
    }
}

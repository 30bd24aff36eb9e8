package dev.darkroom.journal;

import dev.darkroom.journal.Condition.Result;
import java.util.ArrayList;
import java.util.List;

/** An exchange, compared with all conditions. */
public final class Comparison {

    private static final int MAX_METHOD_LENGTH = 12;
    private static final int MAX_PATH_LENGTH = 44;

    private final Exchange exchange;
    private final List<Condition> conditions;
    private final List<Result> results;
    private final int metCount;

    Comparison(Exchange exchange, List<Condition> conditions) {
        this.exchange = exchange;
        this.conditions = conditions;
        this.results = conditions.stream()
                .map(condition -> condition.test().apply(exchange))
                .toList();
        this.metCount = (int) results.stream().filter(Result::isMet).count();
    }

    public Exchange exchange() {
        return exchange;
    }

    /** The number of conditions that are met. */
    int metCount() {
        return metCount;
    }

    boolean isMatch() {
        return metCount == conditions.size();
    }

    /** One row for each condition. */
    public List<ComparisonRow> rows() {
        List<ComparisonRow> rows = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            rows.add(ComparisonRow.of(conditions.get(i), results.get(i)));
        }
        return rows;
    }

    /** The request, its status and the number of conditions met, in one line. */
    String title() {
        RecordedRequest request = exchange.request();
        String title = "exchange " + exchange.number() + ": "
                + SingleLineText.shortened(SingleLineText.escaped(request.method()), MAX_METHOD_LENGTH) + " "
                + SingleLineText.shortened(SingleLineText.escaped(request.path()), MAX_PATH_LENGTH) + " -> "
                + Conditions.describeStatus(exchange.response().status());
        return conditions.isEmpty() ? title : title + ", " + metCount + " of " + conditions.size() + " hold";
    }
}

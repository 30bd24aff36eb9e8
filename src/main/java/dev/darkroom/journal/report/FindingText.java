package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.math.BigDecimal;
import java.time.Duration;

/** Parts of the messages of findings. */
final class FindingText {

    private static final int MAX_CHARACTERS = 120;

    private FindingText() {}

    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** The method and the path of a request, shortened to fit into a sentence. */
    static String requestLine(Exchange exchange) {
        String line = exchange.request().method() + " " + exchange.request().path();
        String legible = line.replaceAll("[^ -~]", "?");
        return legible.length() <= MAX_CHARACTERS ? legible : legible.substring(0, MAX_CHARACTERS) + "...";
    }
}

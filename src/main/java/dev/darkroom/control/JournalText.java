package dev.darkroom.control;

import dev.darkroom.chaos.Operation;
import dev.darkroom.field.TextRules;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exchanges as text: a line that says what happened, then the bodies, each shortened to a line. */
final class JournalText {

    private static final int MAX_PATH_LENGTH = 200;
    private static final int MAX_BODY_LENGTH = 400;

    private JournalText() {}

    static List<String> lines(Exchange exchange, Detail detail) {
        List<String> lines = new ArrayList<>();
        lines.add(title(exchange));
        exchange.details().warnings().forEach(warning -> lines.add("  ! " + warning));
        if (detail == Detail.FULL) {
            body(exchange.request().body()).ifPresent(body -> lines.add("  > " + body));
            body(exchange.response().body()).ifPresent(body -> lines.add("  < " + body));
        }
        return lines;
    }

    private static String title(Exchange exchange) {
        int status = exchange.response().status();
        return "#" + exchange.number() + " " + exchange.at() + " "
                + TextRules.quotable(exchange.request().method(), MAX_PATH_LENGTH) + " "
                + TextRules.quotable(exchange.request().path(), MAX_PATH_LENGTH) + " -> "
                + (status == 0 ? "no response" : status)
                + (exchange.response().isComplete() || status == 0 ? "" : " (cut off)")
                + " " + exchange.dialect()
                + exchange.operation().map(JournalText::name).orElse("")
                + exchange.details().taskId().map(id -> " task " + id).orElse("")
                + exchange.details()
                        .reportedStatus()
                        .map(reported -> " " + EnumNames.of(reported))
                        .orElse("")
                + " " + exchange.duration().toMillis() + " ms"
                + exchange.details().fault().map(fault -> " fault " + fault).orElse("");
    }

    private static String name(Operation operation) {
        return " " + EnumNames.of(operation);
    }

    private static Optional<String> body(RecordedBody body) {
        if (body.length() == 0) {
            return Optional.empty();
        }
        String text = body.text().strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return Optional.of(
                text.isEmpty()
                        ? body.length() + " bytes"
                        : text.length() <= MAX_BODY_LENGTH ? text : text.substring(0, MAX_BODY_LENGTH) + "...");
    }
}

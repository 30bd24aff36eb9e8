package dev.darkroom.control;

import dev.darkroom.journal.report.Finding;
import java.util.ArrayList;
import java.util.List;

/** A client report as text. */
final class ReportText {

    private static final int MAX_NUMBERS = 10;

    private ReportText() {}

    static List<String> lines(ClientReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(title(report));
        if (report.dropped() > 0) {
            lines.add("The journal has dropped " + report.dropped() + " older exchanges.");
        }
        for (Finding finding : report.report().findings()) {
            lines.add("");
            lines.add(EnumNames.of(finding.type()) + ": " + finding.message());
            lines.add("  " + finding.type().advice());
            report.page().apply(finding).ifPresent(page -> lines.add("  See " + page + "."));
            if (finding.count() > 0) {
                lines.add("  Exchanges: " + numbers(finding));
            }
        }
        report.report()
                .leftOut()
                .forEach((type, count) -> lines.add("... and " + count + " more of " + EnumNames.of(type)));
        if (!report.report().notTried().isEmpty()) {
            lines.add("");
            lines.add("Not tried:");
            report.report().notTried().forEach(sentence -> lines.add("- " + sentence));
        }
        return lines;
    }

    private static String title(ClientReport report) {
        int findings = report.report().findings().size();
        String count =
                switch (findings) {
                    case 0 -> "no findings";
                    case 1 -> "1 finding";
                    default -> findings + " findings";
                };
        return report.verdict() + ": " + count + " in " + report.exchanges()
                + (report.exchanges() == 1 ? " exchange" : " exchanges") + " of " + report.sandbox() + ".";
    }

    private static String numbers(Finding finding) {
        List<String> first = finding.exchanges().stream()
                .limit(MAX_NUMBERS)
                .map(exchange -> Long.toString(exchange.number()))
                .toList();
        return String.join(", ", first) + (finding.count() > first.size() ? ", ..." : "");
    }
}

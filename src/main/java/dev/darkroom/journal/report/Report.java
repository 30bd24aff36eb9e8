package dev.darkroom.journal.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The mistakes of a client that would cause problems in production.
 *
 * @param findings in the order of {@link FindingType}; at most 100 of each type
 * @param leftOut the number of findings beyond 100, by type
 * @param notTried one sentence for each part of a client's behavior that the exchanges do not show
 */
public record Report(List<Finding> findings, Map<FindingType, Integer> leftOut, List<String> notTried) {

    private static final int MAX_PER_TYPE = 100;

    private static final List<ReportRule> RULES = List.of(
            new PolledFinishedTask(),
            new PolledTooFast(),
            new RetriedRefusal(),
            new IgnoredRetryAfter(),
            new UnknownFields(),
            new UnacknowledgedCallback(),
            new ExpiredImage(),
            new PaidTwice(),
            new SentIgnoredHeaders(),
            new UnknownPath(),
            new AbandonedTask(),
            new UnfetchedImage());

    public static Report of(ClientHistory history) {
        List<Finding> findings = new ArrayList<>();
        Map<FindingType, Integer> leftOut = new EnumMap<>(FindingType.class);
        for (ReportRule rule : RULES) {
            List<Finding> found = rule.findings(history).toList();
            findings.addAll(found.subList(0, Math.min(MAX_PER_TYPE, found.size())));
            if (found.size() > MAX_PER_TYPE) {
                leftOut.put(found.get(0).type(), found.size() - MAX_PER_TYPE);
            }
        }
        return new Report(List.copyOf(findings), Collections.unmodifiableMap(leftOut), NotTried.sentences(history));
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    public List<Finding> of(FindingType type) {
        return findings.stream().filter(finding -> finding.type() == type).toList();
    }
}

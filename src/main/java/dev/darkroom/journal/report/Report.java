package dev.darkroom.journal.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a client did that would hurt it in production.
 *
 * @param findings in the order of {@link FindingType}, and of each kind at most a hundred
 * @param leftOut of which kind how many more there are
 */
public record Report(List<Finding> findings, Map<FindingType, Integer> leftOut) {

    private static final int MAX_PER_TYPE = 100;

    private static final List<ReportRule> RULES = List.of(
            new PolledFinishedTask(),
            new PolledTooFast(),
            new RetriedRefusal(),
            new IgnoredRetryAfter(),
            new UnknownFields(),
            new UnacknowledgedCallback(),
            new ExpiredImage(),
            new PaidTwice());

    public static Report of(ClientHistory conduct) {
        List<Finding> findings = new ArrayList<>();
        Map<FindingType, Integer> leftOut = new EnumMap<>(FindingType.class);
        for (ReportRule rule : RULES) {
            List<Finding> found = rule.findings(conduct).toList();
            findings.addAll(found.subList(0, Math.min(MAX_PER_TYPE, found.size())));
            if (found.size() > MAX_PER_TYPE) {
                leftOut.put(found.get(0).kind(), found.size() - MAX_PER_TYPE);
            }
        }
        return new Report(List.copyOf(findings), Collections.unmodifiableMap(leftOut));
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    public List<Finding> of(FindingType kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }
}

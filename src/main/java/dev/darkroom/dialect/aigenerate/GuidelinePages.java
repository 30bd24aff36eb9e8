package dev.darkroom.dialect.aigenerate;

import dev.darkroom.journal.report.FindingType;
import java.util.Map;

/** The vendor's pages that say how a client should behave, by the finding that refers to them. */
final class GuidelinePages {

    private static final String FAQ = "https://aimarcusimage.eu, FAQ on the page about GPT Image";
    private static final String DOCS = "https://docs.aimarcusimage.eu/el/docs";
    private static final String INFERRED = "inferred from kie.ai, which has the same paths, providers/aigenerate.md ";

    static final Map<FindingType, String> BY_FINDING = Map.ofEntries(
            Map.entry(FindingType.POLLED_FINISHED_TASK, DOCS),
            Map.entry(FindingType.POLLED_TOO_FAST, DOCS + ", poll every two or three seconds"),
            Map.entry(FindingType.RETRIED_REFUSAL, INFERRED + "§5"),
            Map.entry(FindingType.IGNORED_RETRY_AFTER, "https://aimarcusimage.eu/lv/docs/rate-limits"),
            Map.entry(FindingType.UNKNOWN_FIELDS, INFERRED + "§2"),
            Map.entry(FindingType.UNREAD_CALLBACK, FAQ + ": polling or webhook"),
            Map.entry(FindingType.EXPIRED_PICTURE, INFERRED + "§3; see darkroom.aigenerate.url-expiry"),
            Map.entry(
                    FindingType.PAID_TWICE,
                    FAQ + ": retries are idempotent via taskId; see darkroom.aigenerate.idempotent"),
            Map.entry(FindingType.IGNORED_HEADERS, DOCS),
            Map.entry(FindingType.UNKNOWN_PATH, DOCS),
            Map.entry(FindingType.ABANDONED_TASK, DOCS + ", poll every two or three seconds"),
            Map.entry(FindingType.UNFETCHED_IMAGE, INFERRED + "§3; see darkroom.aigenerate.url-expiry"));

    private GuidelinePages() {}
}

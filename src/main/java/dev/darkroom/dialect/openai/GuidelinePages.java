package dev.darkroom.dialect.openai;

import dev.darkroom.journal.report.FindingType;
import java.util.HashMap;
import java.util.Map;

/** The vendors' pages that say how a client should behave, by the finding that refers to them. */
final class GuidelinePages {

    private static final String GUIDES = "https://developers.openai.com/api/docs/guides/";
    private static final String REFERENCE = "https://developers.openai.com/api/reference/resources/images";
    private static final String AZURE = "https://learn.microsoft.com/azure/ai-foundry/openai/how-to/dall-e";

    static final Map<FindingType, String> BY_FINDING = Map.ofEntries(
            Map.entry(FindingType.POLLED_FINISHED_TASK, GUIDES + "background"),
            Map.entry(FindingType.POLLED_TOO_FAST, GUIDES + "background"),
            Map.entry(FindingType.ABANDONED_TASK, GUIDES + "background"),
            Map.entry(FindingType.UNREAD_CALLBACK, GUIDES + "webhooks"),
            Map.entry(FindingType.RETRIED_REFUSAL, GUIDES + "error-codes"),
            Map.entry(FindingType.IGNORED_RETRY_AFTER, GUIDES + "rate-limits"),
            Map.entry(FindingType.UNKNOWN_FIELDS, REFERENCE),
            Map.entry(FindingType.EXPIRED_PICTURE, REFERENCE + ", which has no URLs; a relay's are inferred"),
            Map.entry(FindingType.UNFETCHED_IMAGE, REFERENCE + ", which has no URLs; a relay's are inferred"),
            Map.entry(FindingType.PAID_TWICE, REFERENCE + ", which has no idempotency key"),
            Map.entry(FindingType.IGNORED_HEADERS, REFERENCE + ", which has no such header"),
            Map.entry(FindingType.UNKNOWN_PATH, "https://developers.openai.com/api/reference"));

    static final Map<FindingType, String> OF_AZURE = ofAzure();

    private GuidelinePages() {}

    private static Map<FindingType, String> ofAzure() {
        Map<FindingType, String> pages = new HashMap<>();
        BY_FINDING.keySet().forEach(finding -> pages.put(finding, AZURE));
        return Map.copyOf(pages);
    }
}

package dev.darkroom.dialect.getimg;

import dev.darkroom.journal.report.FindingType;
import java.util.Map;

/**
 * The vendor's pages that say how a client should behave, by the finding that refers to them. This API has neither
 * polls nor callbacks.
 */
final class GuidelinePages {

    private static final String GUIDES = "https://docs.getimg.ai/guides/";

    static final Map<FindingType, String> BY_FINDING = Map.ofEntries(
            Map.entry(FindingType.RETRIED_REFUSAL, GUIDES + "errors"),
            Map.entry(FindingType.IGNORED_RETRY_AFTER, GUIDES + "rate-limits"),
            Map.entry(FindingType.UNKNOWN_FIELDS, "https://docs.getimg.ai/api-reference/images/generate-an-image"),
            Map.entry(
                    FindingType.EXPIRED_PICTURE,
                    GUIDES + "media-responses; its lifetime is inferred, see darkroom.getimg.url-expiry"),
            Map.entry(
                    FindingType.PAID_TWICE,
                    "https://docs.getimg.ai/api-reference/images/generate-an-image, which has no idempotency key"),
            Map.entry(
                    FindingType.IGNORED_HEADERS,
                    "https://docs.getimg.ai/api-reference/images/generate-an-image, which has no such header"),
            Map.entry(FindingType.UNKNOWN_PATH, "https://docs.getimg.ai/api-reference"),
            Map.entry(FindingType.UNFETCHED_IMAGE, GUIDES + "media-responses"));

    private GuidelinePages() {}
}

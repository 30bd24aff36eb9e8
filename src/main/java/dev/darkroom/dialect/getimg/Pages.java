package dev.darkroom.dialect.getimg;

import dev.darkroom.journal.report.FindingKind;
import java.util.Map;

/** The pages that say how a client should behave. This API has neither polls nor callbacks. */
final class Pages {

    private static final String GUIDES = "https://docs.getimg.ai/guides/";

    static final Map<FindingKind, String> PAGES = Map.of(
            FindingKind.RETRIED_REFUSAL,
            GUIDES + "errors",
            FindingKind.IGNORED_RETRY_AFTER,
            GUIDES + "rate-limits",
            FindingKind.UNKNOWN_FIELDS,
            "https://docs.getimg.ai/api-reference/images/generate-an-image",
            FindingKind.EXPIRED_PICTURE,
            GUIDES + "media-responses; how long it lasts is inferred, see darkroom.getimg.url-expiry",
            FindingKind.PAID_TWICE,
            "https://docs.getimg.ai/api-reference/images/generate-an-image, which has no idempotency key");

    private Pages() {}
}

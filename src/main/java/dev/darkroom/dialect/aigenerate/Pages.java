package dev.darkroom.dialect.aigenerate;

import dev.darkroom.journal.report.FindingKind;
import java.util.Map;

/** The pages that say how a client should behave. */
final class Pages {

    private static final String FAQ = "https://aimarcusimage.eu, the page of GPT Image, FAQ";
    private static final String DOCS = "https://docs.aimarcusimage.eu/el/docs";
    private static final String INFERRED = "inferred from the service whose paths it follows, providers/aigenerate.md ";

    static final Map<FindingKind, String> PAGES = Map.of(
            FindingKind.POLLED_FINISHED_TASK,
            DOCS,
            FindingKind.POLLED_TOO_FAST,
            DOCS + ", poll every two or three seconds",
            FindingKind.RETRIED_REFUSAL,
            INFERRED + "§5",
            FindingKind.IGNORED_RETRY_AFTER,
            "https://aimarcusimage.eu/lv/docs/rate-limits",
            FindingKind.UNKNOWN_FIELDS,
            INFERRED + "§2",
            FindingKind.UNREAD_CALLBACK,
            FAQ + ": polling or webhook",
            FindingKind.EXPIRED_PICTURE,
            INFERRED + "§3; see darkroom.aigenerate.url-expiry",
            FindingKind.PAID_TWICE,
            FAQ + ": retries are idempotent via taskId; see darkroom.aigenerate.idempotent");

    private Pages() {}
}

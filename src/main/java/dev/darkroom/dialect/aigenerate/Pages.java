package dev.darkroom.dialect.aigenerate;

import dev.darkroom.journal.report.Kind;
import java.util.Map;

/** Where it is said how a client should behave. */
final class Pages {

    private static final String FAQ = "https://aimarcusimage.eu, the page of GPT Image, FAQ";
    private static final String DOCS = "https://docs.aimarcusimage.eu/el/docs";
    private static final String INFERRED = "inferred from the service whose paths it follows, providers/aigenerate.md ";

    static final Map<Kind, String> PAGES = Map.of(
            Kind.POLLED_FINISHED_TASK,
            DOCS,
            Kind.POLLED_TOO_FAST,
            DOCS + ", poll every two or three seconds",
            Kind.RETRIED_REFUSAL,
            INFERRED + "§5",
            Kind.IGNORED_RETRY_AFTER,
            "https://aimarcusimage.eu/lv/docs/rate-limits",
            Kind.UNKNOWN_FIELDS,
            INFERRED + "§2",
            Kind.UNREAD_CALLBACK,
            FAQ + ": polling or webhook",
            Kind.EXPIRED_PICTURE,
            INFERRED + "§3; see darkroom.aigenerate.url-expiry",
            Kind.PAID_TWICE,
            FAQ + ": retries are idempotent via taskId; see darkroom.aigenerate.idempotent");

    private Pages() {}
}

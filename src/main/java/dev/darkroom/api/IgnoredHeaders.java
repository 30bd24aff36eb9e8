package dev.darkroom.api;

import dev.darkroom.api.DialectProfile.Capability;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Warns about the headers of a create request that its API ignores, although clients send them to save money or to
 * change what happens. A dialect {@linkplain Dialect#honors honors} the ones that its API has.
 */
final class IgnoredHeaders {

    private static final CharSequence PREFER = HttpHeaders.createOptimized("Prefer");
    private static final String ONE_ACCOUNT = "the account of the key is charged";

    /** What the client may be wrong about, for each header. */
    private static final Map<CharSequence, String> REASONS = reasons();

    private final MultiMap headers;
    private final Dialect dialect;
    private List<String> warnings = List.of();

    private IgnoredHeaders(MultiMap headers, Dialect dialect) {
        this.headers = headers;
        this.dialect = dialect;
    }

    /** One sentence for each header. */
    static List<String> warnings(MultiMap headers, Dialect dialect) {
        IgnoredHeaders ignored = new IgnoredHeaders(headers, dialect);
        REASONS.forEach(ignored::check);
        dialect.accountHeaders().forEach(name -> ignored.check(name, ONE_ACCOUNT));
        ignored.checkPreference();
        return ignored.warnings;
    }

    private void check(CharSequence name, String reason) {
        if (headers.contains(name) && !dialect.honors(name.toString())) {
            add(name.toString(), reason);
        }
    }

    /** Of the preferences (RFC 7240), those about waiting matter to a client: the API decides whether it waits. */
    private void checkPreference() {
        String preference = headers.get(PREFER);
        if (preference == null || dialect.honors(PREFER.toString())) {
            return;
        }
        boolean polls = dialect.profile().can(Capability.POLLS);
        String ignored = polls ? "wait" : "respond-async";
        if (preference.toLowerCase(Locale.ROOT).contains(ignored)) {
            add(
                    PREFER + ": " + ignored,
                    polls ? "the response does not wait for the image" : "the response waits for the image");
        }
    }

    private void add(String name, String reason) {
        warnings = new ArrayList<>(warnings);
        warnings.add("`" + name + "` is ignored: " + reason);
    }

    private static Map<CharSequence, String> reasons() {
        String paidTwice = "the API has no idempotency keys, so a request that is sent twice is paid twice";
        String noCallback = "no callback is sent to its URL";
        Map<CharSequence, String> reasons = new LinkedHashMap<>();
        reasons.put(HttpHeaders.createOptimized("Idempotency-Key"), paidTwice);
        reasons.put(HttpHeaders.createOptimized("X-Idempotency-Key"), paidTwice);
        reasons.put(HttpHeaders.createOptimized("X-Dry-Run"), "the request is processed and charged");
        reasons.put(HttpHeaders.createOptimized("X-Webhook-Url"), noCallback);
        reasons.put(HttpHeaders.createOptimized("X-Callback-Url"), noCallback);
        return reasons;
    }
}

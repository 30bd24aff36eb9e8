package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.journal.Header;
import dev.darkroom.server.settings.JournalConfig;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Masks the secrets in what the journal records. The journal keeps only the names of most request headers, because
 * their values may be secrets.
 */
@ApplicationScoped
class ExchangeRedaction {

    private static final String HIDDEN = "...";
    private static final int MAX_NAMES = 1000;
    private static final int MAX_NAME_LENGTH = 100;
    private static final String SDK_PREFIX = "x-stainless-";

    private static final Set<String> HARMLESS = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "accept-ranges",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-range",
            "content-type",
            "darkroom-fault",
            "darkroom-warning",
            "date",
            "etag",
            "expect",
            "host",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "if-range",
            "last-modified",
            "location",
            "origin",
            "range",
            "retry-after",
            "traceparent",
            "transfer-encoding",
            "user-agent",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-request-id",
            "x-should-retry");

    private final Redaction general;
    private final Set<String> kept;
    private final Map<String, Boolean> decisions = new ConcurrentHashMap<>();

    ExchangeRedaction(Redaction general, JournalConfig config) {
        this.general = general;
        this.kept = Stream.concat(HARMLESS.stream(), config.headers().orElse(List.of()).stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param key is masked, too, in all that the exchange contains */
    Redaction with(Optional<ApiKey> key) {
        return general.with(key);
    }

    List<Header> requestHeaders(MultiMap headers, Redaction redaction) {
        List<Header> result = new ArrayList<>();
        for (Map.Entry<String, String> header : headers) {
            result.add(requestHeader(header.getKey(), header.getValue(), redaction));
        }
        return result;
    }

    List<Header> responseHeaders(MultiMap headers, Redaction redaction) {
        List<Header> result = new ArrayList<>();
        for (Map.Entry<String, String> header : headers) {
            result.add(new Header(redaction.text(header.getKey()), redaction.text(header.getValue())));
        }
        return result;
    }

    private Header requestHeader(String name, String value, Redaction redaction) {
        return new Header(shortened(redaction.text(name)), isKept(name) ? redaction.text(value) : HIDDEN);
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH) + HIDDEN;
    }

    private boolean isKept(String name) {
        if (name.length() > MAX_NAME_LENGTH) {
            return false;
        }
        Boolean isKept = decisions.get(name);
        if (isKept == null) {
            String lowerCase = name.toLowerCase(Locale.ROOT);
            isKept = kept.contains(lowerCase) || lowerCase.startsWith(SDK_PREFIX);
            if (decisions.size() < MAX_NAMES) {
                decisions.put(name, isKept);
            }
        }
        return isKept;
    }
}

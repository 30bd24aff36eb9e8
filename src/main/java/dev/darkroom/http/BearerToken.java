package dev.darkroom.http;

import dev.darkroom.access.ApiKey;
import java.util.List;

/** The key in a request's {@code Authorization: Bearer <key>} header, or what keeps it from being read. */
public sealed interface BearerToken {

    String SCHEME = "Bearer";

    record Key(ApiKey key) implements BearerToken {}

    /** The request has no such header. */
    record Missing() implements BearerToken {}

    /** It has one that cannot be read; {@code reason} is a sentence that says why, without quoting it. */
    record Unreadable(String reason) implements BearerToken {}

    /** @param values of the request's Authorization headers; null stands for none */
    static BearerToken read(List<String> values) {
        if (values == null || values.isEmpty()) {
            return new Missing();
        }
        if (values.size() > 1) {
            return new Unreadable("There are several 'Authorization' headers.");
        }
        String value = values.get(0).strip();
        if (!value.equalsIgnoreCase(SCHEME) && !value.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1)) {
            return new Unreadable("The 'Authorization' header does not begin with 'Bearer '.");
        }
        return ApiKey.parse(value.substring(SCHEME.length()).strip())
                .<BearerToken>map(Key::new)
                .orElseGet(() -> new Unreadable("The key is empty, too long, or has characters that no key has."));
    }
}

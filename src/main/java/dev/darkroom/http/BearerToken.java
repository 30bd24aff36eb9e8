package dev.darkroom.http;

import dev.darkroom.access.ApiKey;
import java.util.List;

/** The key in a request's {@code Authorization: Bearer <key>} header, or the reason why it cannot be read. */
public sealed interface BearerToken {

    String SCHEME = "Bearer";

    /** The header that the clients of some vendors send their key in, without a scheme. */
    String KEY_HEADER = "api-key";

    record Key(ApiKey key) implements BearerToken {}

    /** The request has no {@code Authorization} header. */
    record Missing() implements BearerToken {}

    /** The header cannot be read. {@code reason} is a sentence for the client that does not quote the header. */
    record Unreadable(String reason) implements BearerToken {}

    /** @param values the values of the request's {@code Authorization} headers; null if it has none */
    static BearerToken read(List<String> values) {
        if (values == null || areBlank(values)) {
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
                .orElseGet(() ->
                        new Unreadable("The key is empty, too long, or contains characters that are not allowed."));
    }

    /** @param keys the values of the request's {@value #KEY_HEADER} headers */
    static BearerToken readKeys(List<String> keys) {
        return read(keys.stream().map(key -> SCHEME + " " + key).toList());
    }

    /**
     * The key in {@code Authorization} or, without that, in {@value #KEY_HEADER}.
     *
     * @param values the values of the request's {@code Authorization} headers; null if it has none
     * @param keys the values of its {@value #KEY_HEADER} headers; null if it has none
     */
    static BearerToken read(List<String> values, List<String> keys) {
        BearerToken token = read(values);
        return token instanceof Missing && keys != null && !keys.isEmpty() ? readKeys(keys) : token;
    }

    private static boolean areBlank(List<String> values) {
        for (String value : values) {
            if (!value.isBlank()) {
                return false;
            }
        }
        return true;
    }
}

package dev.darkroom.api;

import java.util.Optional;

/**
 * Whether an API accepts {@code data:} URIs (RFC 2397) as references.
 *
 * @param setting the setting that decides it; empty if the API never accepts them
 */
public record DataUris(boolean areAccepted, Optional<String> setting) {

    public static final DataUris NEVER = new DataUris(false, Optional.empty());

    private static final String SCHEME = "data:";

    /** They are accepted if the setting {@code data-uris} of the dialect is true. */
    public static DataUris ifSet(String dialect, boolean isSet) {
        return new DataUris(isSet, Optional.of("darkroom." + dialect + ".data-uris"));
    }

    public static boolean isDataUri(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * Describes a valid reference.
     *
     * @param rule what the API requires of a URL, as a sentence
     * @param url the invalid reference
     */
    public String rule(String rule, String url) {
        return isDataUri(url) && !areAccepted ? rule + " " + refusal() : rule;
    }

    /** Why a {@code data:} URI is not accepted. */
    public String refusal() {
        return setting.map(name -> "A data: URI is accepted only if " + name + " is true.")
                .orElse("This API does not accept data: URIs.");
    }
}

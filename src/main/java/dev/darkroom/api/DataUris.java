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

    /** What the API accepts instead, as the end of a sentence that begins with "This API accepts". */
    public String rule() {
        return setting.map(name -> "data: URIs only if " + name + " is true.").orElse("only http and https URLs.");
    }

    /** Why a {@code data:} URI is invalid. */
    public String refusal() {
        return "It is a data: URI. This API accepts " + rule();
    }
}

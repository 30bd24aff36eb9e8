package dev.darkroom.http;

import java.util.Locale;

/** Media types as clients write them. */
public final class ContentTypes {

    private static final String JSON = "application/json";

    private ContentTypes() {}

    /** Whether a {@code Content-Type} header, which may be null, says JSON; its parameters do not matter. */
    public static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        if (contentType.equals(JSON)) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals(JSON) || type.matches("application/[a-z0-9.-]+\\+json");
    }
}

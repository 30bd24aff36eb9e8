package dev.darkroom.dialect;

import java.util.Locale;

/** Media types as clients write them. */
public final class ContentTypes {

    private ContentTypes() {}

    /** Whether a {@code Content-Type} header, which may be null, says JSON; its parameters do not matter. */
    public static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.matches("application/[a-z0-9.-]+\\+json");
    }
}

package dev.darkroom.http;

import java.util.Locale;

/** Recognizes the media types of request bodies. */
public final class ContentTypes {

    private static final String JSON = "application/json";
    private static final String FORM_DATA = "multipart/form-data";

    private ContentTypes() {}

    /** Whether a {@code Content-Type} header, which may be null, declares JSON. Parameters are ignored. */
    public static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        if (contentType.equals(JSON)) {
            return true;
        }
        String type = withoutParameters(contentType);
        return type.equals(JSON) || type.matches("application/[a-z0-9.-]+\\+json");
    }

    /** Whether a {@code Content-Type} header, which may be null, declares {@code multipart/form-data}. */
    public static boolean isMultipart(String contentType) {
        return contentType != null && withoutParameters(contentType).equals(FORM_DATA);
    }

    private static String withoutParameters(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}

package dev.darkroom.access.redaction;

/** Finds the user names and passwords in URLs: what stands between {@code ://} and {@code @}. */
final class UserInformation {

    private static final String AUTHORITY = "://";

    private UserInformation() {}

    static void find(DecodedText text, Extent extent, Masks masks) {
        for (int i = 0; i + AUTHORITY.length() < text.length(); i++) {
            if (isAuthority(text, i)) {
                int start = i + AUTHORITY.length();
                int end = userEnd(text, start, extent);
                boolean isHidden = end == start + 1 && text.charAt(start) == DecodedText.ELLIPSIS;
                if (end > start && !isHidden) {
                    masks.hide(text.start(start), text.start(end));
                }
            }
        }
    }

    private static boolean isAuthority(DecodedText text, int at) {
        return text.charAt(at) == ':' && text.charAt(at + 1) == '/' && text.charAt(at + 2) == '/';
    }

    /** The end of the user information; {@code start} if there is none. */
    private static int userEnd(DecodedText text, int start, Extent extent) {
        int percentLayers = text.percentLayers(start - 1);
        int user = start;
        int end = start;
        while (end < text.length() && !isEnd(text, end, percentLayers)) {
            if (text.charAt(end) == '@') {
                user = end;
            }
            end++;
        }
        if (user > start) {
            return user;
        }
        if (extent == Extent.BEGINNING && text.isCutAt(end)) {
            return end;
        }
        return cutPassword(text, start, end);
    }

    /**
     * Whether the authority of a URL ends here. A slash that is percent-encoded more often than the URL is a part of
     * the password.
     */
    private static boolean isEnd(DecodedText text, int at, int percentLayers) {
        char c = text.charAt(at);
        return switch (c) {
            case '/', '?', '#', '\\' -> text.percentLayers(at) <= percentLayers;
            case '"', '<', '>' -> true;
            default -> c <= ' ';
        };
    }

    /** The end of a password that a quotation has shortened with dots; {@code start} if there is none. */
    private static int cutPassword(DecodedText text, int start, int end) {
        int dots = end;
        while (dots > start && (text.charAt(dots - 1) == DecodedText.ELLIPSIS || text.charAt(dots - 1) == '.')) {
            dots--;
        }
        boolean isShortened = dots < end && (text.charAt(dots) == DecodedText.ELLIPSIS || end - dots >= 3);
        boolean isInPassword = false;
        boolean isPort = true;
        for (int i = start; isShortened && i < dots; i++) {
            isPort &= !isInPassword || Character.isDigit(text.charAt(i));
            isInPassword |= text.charAt(i) == ':';
        }
        return isInPassword && !isPort ? dots : start;
    }
}

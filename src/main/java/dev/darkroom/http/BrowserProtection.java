package dev.darkroom.http;

import io.vertx.core.MultiMap;

/** Headers that keep a browser from running a client's text as a script. */
public final class BrowserProtection {

    private BrowserProtection() {}

    /** A browser must not look for another type in the content of the response. */
    public static void forbidSniffing(MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff");
    }

    /** The response must not run, load or submit anything, even if it is shown as a page. Images are still shown. */
    public static void forbidScripts(MultiMap headers) {
        forbidSniffing(headers);
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}

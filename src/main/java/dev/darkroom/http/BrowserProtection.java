package dev.darkroom.http;

import io.vertx.core.MultiMap;

/** Headers that keep a browser from running a client's text as a script. */
public final class BrowserProtection {

    private BrowserProtection() {}

    /** Forbids the browser to guess another type from the content of the response. */
    public static void forbidSniffing(MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff");
    }

    /**
     * Forbids the response to run, load or submit anything, even if a browser shows it as a page. Images still work.
     */
    public static void forbidScripts(MultiMap headers) {
        forbidSniffing(headers);
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}

package dev.darkroom.server.log;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;

/** Writes the few characters beyond ASCII that Darkroom itself logs so that every log can show them. */
enum ConsoleCharset {
    UNICODE,
    ASCII;

    private static final String SYMBOLS = "→−…";

    /** Chooses what all handlers of the log can encode. */
    static ConsoleCharset ofLog() {
        Logger root = LogManager.getLogManager().getLogger("");
        boolean isCapable = root == null
                || Arrays.stream(root.getHandlers())
                        .flatMap(ConsoleCharset::withNested)
                        .allMatch(handler -> of(handler.getEncoding()) == UNICODE);
        return isCapable ? UNICODE : ASCII;
    }

    /** @param encoding the name of a charset; null for the platform's */
    static ConsoleCharset of(String encoding) {
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        if (!charset.canEncode()) {
            return ASCII;
        }
        CharsetEncoder encoder = charset.newEncoder();
        return encoder.canEncode(SYMBOLS) ? UNICODE : ASCII;
    }

    String adapt(String line) {
        return this == UNICODE
                ? line
                : line.replace("→", "->").replace("−", "-").replace("…", "...");
    }

    private static Stream<Handler> withNested(Handler handler) {
        return handler instanceof ExtHandler outer && outer.getHandlers().length > 0
                ? Arrays.stream(outer.getHandlers()).flatMap(ConsoleCharset::withNested)
                : Stream.of(handler);
    }
}

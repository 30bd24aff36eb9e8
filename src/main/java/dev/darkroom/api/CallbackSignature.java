package dev.darkroom.api;

import dev.darkroom.http.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The signature of a callback: {@code t=<unix seconds>,v1=<hex>}, where hex is the HMAC-SHA256 of
 * {@code <unix seconds>.<body>}. The header is Darkroom's own, because the vendor documents no signature.
 */
final class CallbackSignature {

    static final String HEADER = "Darkroom-Signature";

    private CallbackSignature() {}

    static String of(byte[] body, Instant at, String secret) {
        long seconds = at.getEpochSecond();
        byte[] code = Hmac.sha256(secret, (seconds + ".").getBytes(StandardCharsets.US_ASCII), body);
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(code);
    }
}

package dev.darkroom.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The error page of a proxy. For most statuses it looks like a page of nginx. The statuses from 520 to 527 are not
 * registered; proxies of content delivery networks send them with pages of their own.
 *
 * @param status from 500 to 599
 */
public record GatewayPage(int status) {

    private static final Map<Integer, String> NETWORK_ERRORS = Map.of(
            520, "The origin sent an unknown error",
            521, "The origin is down",
            522, "The connection timed out",
            523, "The origin is unreachable",
            524, "A timeout occurred",
            525, "The TLS handshake failed",
            526, "The TLS certificate is invalid",
            527, "The connection to the origin failed");

    private static final String NGINX = "<html>\r\n<head><title>%1$s</title></head>\r\n<body>\r\n"
            + "<center><h1>%1$s</h1></center>\r\n</body>\r\n</html>\r\n";

    private static final String NETWORK = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>%1$d: %2$s</title>
            </head>
            <body>
            <h1>Error %1$d</h1>
            <p>%2$s. Try again in a few minutes.</p>
            </body>
            </html>
            """;

    public String mediaType() {
        return networkError().isPresent() ? "text/html; charset=UTF-8" : "text/html";
    }

    public byte[] bytes() {
        return networkError()
                .map(error -> NETWORK.formatted(status, error))
                .orElseGet(() -> NGINX.formatted(HttpResponseStatus.valueOf(status)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Optional<String> networkError() {
        return Optional.ofNullable(NETWORK_ERRORS.get(status));
    }
}

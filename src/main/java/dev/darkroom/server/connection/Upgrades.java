package dev.darkroom.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Base64;
import java.util.List;

/**
 * Ignores upgrades to HTTP/2 that Vert.x would reject, as a server may ignore any upgrade (RFC 9110, section 7.8). It
 * also ignores upgrades of requests that wait for {@code 100 Continue}, because some clients take the response to the
 * upgrade for that.
 */
final class Upgrades extends ChannelInboundHandlerAdapter {

    private static final String HTTP_2 = "h2c";
    private static final String SETTINGS = "HTTP2-Settings";
    private static final int SETTING_BYTES = 6;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.headers().contains(HttpHeaderNames.UPGRADE)) {
            ignoreUnlessValid(request.headers());
        }
        context.fireChannelRead(message);
    }

    private static void ignoreUnlessValid(HttpHeaders headers) {
        boolean isValid = headers.contains(HttpHeaderNames.UPGRADE, HTTP_2, true)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderNames.UPGRADE, true)
                && headers.containsValue(HttpHeaderNames.CONNECTION, SETTINGS, true)
                && headers.getAll(HttpHeaderNames.CONNECTION).size() == 1
                && areSettings(headers.getAll(SETTINGS))
                && !headers.contains(HttpHeaderNames.EXPECT);
        if (!isValid) {
            headers.remove(HttpHeaderNames.UPGRADE);
        }
    }

    /** Settings are pairs of 2 and 4 bytes (RFC 9113, section 6.5.1). */
    private static boolean areSettings(List<String> values) {
        try {
            return values.size() == 1 && Base64.getUrlDecoder().decode(values.get(0)).length % SETTING_BYTES == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

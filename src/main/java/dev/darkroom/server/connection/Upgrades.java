package dev.darkroom.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2Settings;
import java.nio.ByteBuffer;
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
            if (!isPossible(request) || !isValid(request.headers())) {
                request.headers().remove(HttpHeaderNames.UPGRADE);
            }
        }
        context.fireChannelRead(message);
    }

    /** HTTP/2 has no requests without a host, and none that name another host in their target. */
    private static boolean isPossible(HttpRequest request) {
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && request.headers().contains(HttpHeaderNames.HOST)
                && request.uri().startsWith("/");
    }

    private static boolean isValid(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.UPGRADE, HTTP_2, true)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderNames.UPGRADE, true)
                && headers.containsValue(HttpHeaderNames.CONNECTION, SETTINGS, true)
                && headers.getAll(HttpHeaderNames.CONNECTION).size() == 1
                && areSettings(headers.getAll(SETTINGS))
                && !headers.contains(HttpHeaderNames.EXPECT);
    }

    /** Settings are pairs of 2 and 4 bytes (RFC 9113, section 6.5.1). */
    private static boolean areSettings(List<String> values) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(values.get(0)));
            Http2Settings settings = new Http2Settings();
            while (bytes.remaining() >= SETTING_BYTES) {
                settings.put(bytes.getChar(), Long.valueOf(Integer.toUnsignedLong(bytes.getInt())));
            }
            return values.size() == 1 && !bytes.hasRemaining();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package dev.darkroom.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.OptionalInt;

/**
 * Replaces what is not valid HTTP/1. Vert.x would respond to an invalid request without a body and in another version
 * of HTTP, and it would not respond to an invalid body at all. The replacement of a request has a URI that no client
 * can send. The router reads the status of the error from this URI. The replacement of an invalid part of a body ends
 * the body.
 */
public final class InvalidRequests extends ChannelInboundHandlerAdapter {

    /**
     * The status follows it. No client can send this character, because each byte of a request line is read as one
     * character.
     */
    private static final String REPLACEMENT = "/\u2260";

    /** The stream of a request that HTTP/1 has received, and that has upgraded its connection to HTTP/2. */
    private static final int UPGRADED_STREAM = 1;

    private static final AttributeKey<Boolean> INVALID_BODY = AttributeKey.valueOf(InvalidRequests.class, "body");

    private boolean isOver;

    InvalidRequests() {}

    /** The status of the response, if the URI is that of a replacement. */
    public static OptionalInt status(String uri) {
        return uri.startsWith(REPLACEMENT)
                ? OptionalInt.of(Integer.parseInt(uri.substring(REPLACEMENT.length())))
                : OptionalInt.empty();
    }

    /** Whether the body of the last request on the connection was cut off because it is not valid HTTP/1. */
    public static boolean isBodyInvalid(HttpServerRequest request) {
        boolean isHttp1 = !ClientConnection.isShared(request) || request.streamId() == UPGRADED_STREAM;
        return isHttp1 && ((ConnectionBase) request.connection()).channel().hasAttr(INVALID_BODY);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isOver) {
            // The rest of what was invalid. Vert.x would not release it.
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request && !isValid(request)) {
            isOver = true;
            HttpRequest replacement = replacement(request);
            ReferenceCountUtil.release(message);
            context.fireChannelRead(replacement);
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            isOver = true;
            ReferenceCountUtil.release(message);
            context.channel().attr(INVALID_BODY).set(true);
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static boolean isValid(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        return request.decoderResult().isSuccess()
                && (version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0));
    }

    private static HttpRequest replacement(HttpRequest invalid) {
        HttpRequest request = new DefaultHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.GET,
                REPLACEMENT + status(invalid.decoderResult().cause()));
        String host = invalid.headers().get(HttpHeaderNames.HOST);
        request.headers().set(HttpHeaderNames.HOST, host == null ? "" : host);
        request.headers().set(HttpHeaderNames.CONNECTION, "close");
        return request;
    }

    /** @param cause null if the version is not supported */
    private static int status(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return 414;
        }
        return cause instanceof TooLongHttpHeaderException ? 431 : 400;
    }
}

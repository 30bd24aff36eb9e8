package dev.darkroom.server;

import dev.darkroom.server.connection.ClientConnection;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The connection to one client, below the limits of HTTP. In HTTP/2, other requests share the connection, so what would
 * end it ends the request's stream only. No method blocks; each future completes when its work is done.
 */
final class RawConnection {

    /** How long to wait for written bytes to reach the client before the connection is aborted. */
    private static final long FLUSH_MILLIS = 30;

    private final Vertx vertx;
    private final RoutingContext context;
    private final HttpServerResponse response;
    private Promise<Void> waiting;
    private long timer;
    private boolean isOver;

    RawConnection(RoutingContext context) {
        this.vertx = context.vertx();
        this.context = context;
        this.response = context.response();
        context.addEndHandler(end -> stopWaiting());
    }

    /** Sets the status and the headers of a response whose length is known. The first write sends them. */
    void setHead(int status, Map<String, Optional<String>> headers, int contentLength) {
        setHead(status, headers);
        if (contentLength == 0 && !headers.containsKey("Content-Type")) {
            // Quarkus REST sets the default media type even if there is no body.
            response.headers().remove("Content-Type");
        }
        response.putHeader("Content-Length", Integer.toString(contentLength));
    }

    /** Sends the status and the headers of a response in chunked transfer coding. */
    void sendChunkedHead(int status, Map<String, Optional<String>> headers) {
        setHead(status, headers);
        response.setChunked(true);
        response.writeHead();
    }

    private void setHead(int status, Map<String, Optional<String>> headers) {
        response.setStatusCode(status);
        headers.forEach((name, value) -> value.ifPresentOrElse(
                text -> response.putHeader(name, text), () -> response.headers().remove(name)));
    }

    /** Sends part of the body. */
    Future<Void> write(Buffer bytes) {
        return response.write(bytes);
    }

    /** Sends the last part of the body. */
    Future<Void> end(Buffer bytes) {
        return response.end(bytes);
    }

    /** Completes when written bytes have had time to reach the client. */
    Future<Void> flushed() {
        return later(FLUSH_MILLIS);
    }

    /**
     * Sends a TCP RST: closing a socket with a linger time of zero skips the orderly shutdown. TLS would announce the
     * end first, so it is skipped, too.
     */
    Future<Void> reset() {
        if (isStream()) {
            return endStream(Http2Error.INTERNAL_ERROR);
        }
        Channel channel = channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        ChannelHandlerContext tls = channel.pipeline().context(SslHandler.class);
        return completed(tls == null ? channel.close() : tls.close());
    }

    Future<Void> close() {
        return isStream()
                ? endStream(Http2Error.INTERNAL_ERROR)
                : completed(channel().close());
    }

    private boolean isStream() {
        return ClientConnection.isShared(context.request());
    }

    private Future<Void> endStream(Http2Error error) {
        response.reset(error.code());
        return Future.succeededFuture();
    }

    private static Future<Void> completed(ChannelFuture done) {
        Promise<Void> completed = Promise.promise();
        done.addListener(result -> completed.tryComplete());
        return completed.future();
    }

    /** Sends these bytes instead of an HTTP response, and closes the connection. In HTTP/2, only the stream ends. */
    Future<Void> sendRawThenClose(String bytes) {
        if (isStream()) {
            return endStream(Http2Error.PROTOCOL_ERROR);
        }
        Channel channel = channel();
        channel.pipeline()
                .context("httpEncoder")
                .writeAndFlush(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
        return flushed().compose(sent -> close());
    }

    /** Completes after this time, or as soon as the client has disconnected. */
    Future<Void> later(long millis) {
        if (millis <= 0 || isGone()) {
            return Future.succeededFuture();
        }
        Promise<Void> over = Promise.promise();
        waiting = over;
        timer = vertx.setTimer(millis, id -> over.tryComplete());
        return over.future();
    }

    boolean isGone() {
        return isOver || response.closed() || response.ended();
    }

    /**
     * Cancels the timer of a client that has disconnected, because it would only hold memory. What waits for the timer
     * goes on, and must not start another one.
     */
    private void stopWaiting() {
        isOver = true;
        if (waiting != null) {
            vertx.cancelTimer(timer);
            waiting.tryComplete();
        }
    }

    private Channel channel() {
        return ((ConnectionBase) context.request().connection()).channel();
    }
}

package dev.darkroom.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The connection to one client, below the limits of HTTP. No method blocks; each future completes when its work is done. */
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
    void setHead(int status, Map<String, String> headers, int contentLength) {
        setHead(status, headers);
        if (contentLength == 0 && !headers.containsKey("Content-Type")) {
            // Quarkus REST sets the default media type even if there is no body.
            response.headers().remove("Content-Type");
        }
        response.putHeader("Content-Length", Integer.toString(contentLength));
    }

    /** Sends the status and the headers of a response in chunked transfer coding. */
    void sendChunkedHead(int status, Map<String, String> headers) {
        setHead(status, headers);
        response.setChunked(true);
        response.writeHead();
    }

    private void setHead(int status, Map<String, String> headers) {
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
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

    /** Sends a TCP RST: closing a socket with a linger time of zero skips the orderly shutdown. */
    Future<Void> reset() {
        Channel channel = channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        return close();
    }

    Future<Void> close() {
        Promise<Void> closed = Promise.promise();
        channel().close().addListener(done -> closed.tryComplete());
        return closed.future();
    }

    /** Sends these bytes instead of an HTTP response, and closes the connection. */
    Future<Void> sendRawThenClose(String bytes) {
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
     * Cancels the timer of a client that has disconnected, because it would only hold memory. What waits for the timer goes
     * on, and must not start another one.
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

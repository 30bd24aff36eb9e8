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
import java.time.Duration;
import java.util.Map;

/** The connection to one client, below what HTTP allows. Nothing here blocks; each method tells when it is done. */
final class RawConnection {

    /** So long what has been written has to get out before the connection is broken. */
    private static final long MILLIS_TO_GET_OUT = 30;

    private static final int MAX_CHUNKS = 200;
    private static final int MILLIS_A_DROP = 20;

    private final Vertx vertx;
    private final RoutingContext context;
    private final HttpServerResponse response;
    private Promise<Void> waiting;
    private long timer;

    RawConnection(RoutingContext context) {
        this.vertx = context.vertx();
        this.context = context;
        this.response = context.response();
        context.addEndHandler(end -> stopWaiting());
    }

    /** Sets status and headers; what is set to come of the body is announced. */
    void head(int status, Map<String, String> headers, int length) {
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        response.putHeader("Content-Length", Integer.toString(length));
    }

    Future<Void> whole(byte[] body) {
        return response.end(Buffer.buffer(body));
    }

    /** Sends so much of the body, and then resets the connection. */
    Future<Void> partThenReset(byte[] body, double fraction) {
        return part(body, fraction).compose(sent -> reset());
    }

    /** Sends so much of the body, and then closes the connection. */
    Future<Void> partThenClose(byte[] body, double fraction) {
        return part(body, fraction).compose(sent -> close());
    }

    /** A TCP RST: what lingers for no time is not said farewell to. */
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

    /** Bytes as they are, behind which the connection is closed. */
    Future<Void> rawThenClose(String bytes) {
        Channel channel = channel();
        channel.pipeline()
                .context("httpEncoder")
                .writeAndFlush(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
        return later(MILLIS_TO_GET_OUT).compose(sent -> close());
    }

    /**
     * Drop by drop.
     *
     * @param beforeLast done before the last one
     */
    Future<Void> drip(byte[] body, Duration duration, Runnable beforeLast) {
        long millis = Math.max(1, duration.toMillis());
        int drops = (int) Math.max(1, Math.min(Math.min(MAX_CHUNKS, body.length), millis / MILLIS_A_DROP));
        return drop(body, 0, drops, Math.max(1, millis / drops), beforeLast);
    }

    /** Completes after this time, or as soon as the client is gone. */
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
        return response.closed() || response.ended();
    }

    /** Nobody waits for a client that is gone. */
    private void stopWaiting() {
        if (waiting != null) {
            vertx.cancelTimer(timer);
            waiting.tryComplete();
        }
    }

    private Future<Void> drop(byte[] body, int number, int drops, long pause, Runnable beforeLast) {
        if (isGone()) {
            return Future.succeededFuture();
        }
        int from = (int) ((long) body.length * number / drops);
        int to = (int) ((long) body.length * (number + 1) / drops);
        Buffer part = Buffer.buffer().appendBytes(body, from, to - from);
        if (number + 1 == drops) {
            beforeLast.run();
            return response.end(part);
        }
        response.write(part);
        return later(pause).compose(over -> drop(body, number + 1, drops, pause, beforeLast));
    }

    private Future<Void> part(byte[] body, double fraction) {
        int length = (int) Math.min(body.length - 1L, Math.round(body.length * fraction));
        Buffer part = length <= 0 ? Buffer.buffer() : Buffer.buffer().appendBytes(body, 0, length);
        return response.write(part).compose(written -> later(MILLIS_TO_GET_OUT));
    }

    private Channel channel() {
        return ((ConnectionBase) context.request().connection()).channel();
    }
}

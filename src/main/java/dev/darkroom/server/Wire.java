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
final class Wire {

    /** So long what has been written has to get out before the connection is broken. */
    private static final long MILLIS_TO_GET_OUT = 30;

    private static final int MOST_DROPS = 200;
    private static final int MILLIS_A_DROP = 20;

    private final Vertx vertx;
    private final RoutingContext context;
    private final HttpServerResponse response;

    Wire(RoutingContext context) {
        this.vertx = context.vertx();
        this.context = context;
        this.response = context.response();
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

    /** Drop by drop. */
    Future<Void> drip(byte[] body, Duration duration) {
        long millis = Math.max(1, duration.toMillis());
        int drops = (int) Math.max(1, Math.min(Math.min(MOST_DROPS, body.length), millis / MILLIS_A_DROP));
        Promise<Void> done = Promise.promise();
        drop(body, 0, drops, Math.max(1, millis / drops), done);
        return done.future();
    }

    /** Completes after this time, if the client is still there. */
    Future<Void> later(long millis) {
        return millis <= 0
                ? Future.succeededFuture()
                : Future.future(promise -> vertx.setTimer(millis, id -> promise.complete()));
    }

    boolean isGone() {
        return response.closed() || response.ended();
    }

    private void drop(byte[] body, int number, int drops, long pause, Promise<Void> done) {
        if (isGone()) {
            done.complete();
            return;
        }
        int from = (int) ((long) body.length * number / drops);
        int to = (int) ((long) body.length * (number + 1) / drops);
        Buffer part = Buffer.buffer().appendBytes(body, from, to - from);
        if (number + 1 == drops) {
            response.end(part).onComplete(done);
        } else {
            response.write(part);
            vertx.setTimer(pause, id -> drop(body, number + 1, drops, pause, done));
        }
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

package dev.darkroom.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Closes connections on which too many requests wait for the one before them to be answered. Vert.x would keep them all, and
 * with an API that has its clients wait there may be no end of them.
 */
final class PipeliningLimit extends ChannelDuplexHandler {

    private static final int MAX_PENDING = 100;
    private static final int CONTINUE = 100;
    private static final String NAME = "darkroom-pipelining";

    /** What makes requests of messages. */
    private static final String VERTX = "handler";

    private int waiting = 1;
    private boolean isClosing;

    private PipeliningLimit() {}

    /** Watches the connection of a request from now on. */
    static void watch(HttpServerRequest request) {
        Channel channel = channel(request);
        if (channel.pipeline().get(NAME) == null && channel.pipeline().get(VERTX) != null) {
            channel.pipeline().addBefore(VERTX, NAME, new PipeliningLimit());
        }
    }

    /** Whether nobody would hear an answer: the client went away before it was the request's turn. */
    static boolean isTooLate(HttpServerRequest request) {
        return !channel(request).isActive();
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest && ++waiting > MAX_PENDING && !isClosing) {
            isClosing = true;
            context.close();
        }
        if (isClosing) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean isInterim =
                message instanceof HttpResponse response && response.status().code() == CONTINUE;
        if (message instanceof LastHttpContent && !isInterim) {
            waiting--;
        }
        context.write(message, promise);
    }
}

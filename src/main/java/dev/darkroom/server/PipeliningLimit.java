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
 * Closes connections with too many pipelined requests that wait for earlier responses. Vert.x would queue them without
 * a limit, and an API whose responses wait for the image makes such queues long.
 */
final class PipeliningLimit extends ChannelDuplexHandler {

    private static final int MAX_PENDING = 100;
    private static final int CONTINUE = 100;
    private static final String NAME = "darkroom-pipelining";

    /** The name of the Vert.x handler that turns messages into requests. */
    private static final String VERTX = "handler";

    /** Includes the request that installs this handler. */
    private int pending = 1;

    private boolean isClosing;

    private PipeliningLimit() {}

    /** Starts to count the requests on this request's connection. */
    static void watch(HttpServerRequest request) {
        Channel channel = channel(request);
        if (channel.pipeline().get(NAME) == null && channel.pipeline().get(VERTX) != null) {
            channel.pipeline().addBefore(VERTX, NAME, new PipeliningLimit());
        }
    }

    /** Whether the client disconnected while the request waited for earlier responses. */
    static boolean isDisconnected(HttpServerRequest request) {
        return !channel(request).isActive();
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest && ++pending > MAX_PENDING && !isClosing) {
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
            pending--;
        }
        context.write(message, promise);
    }
}

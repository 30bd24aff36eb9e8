package dev.darkroom.server.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes connections with too many pipelined requests that wait for earlier responses. Vert.x would queue them without
 * a limit, and an API whose responses wait for the image makes such queues long.
 */
final class PipeliningLimit extends ChannelDuplexHandler {

    private static final int MAX_PENDING = 100;
    private static final int CONTINUE = 100;

    private int pending;
    private boolean isClosing;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest && ++pending > MAX_PENDING && !isClosing) {
            isClosing = true;
            ConnectionServices.countClosed("pipelining");
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

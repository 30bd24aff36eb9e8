package dev.darkroom.server.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;

/**
 * Adds Darkroom's handlers to a connection, and removes itself. Vert.x adds its own handlers only when the first bytes
 * show the version of HTTP. So this handler passes on the first bytes one by one, until Vert.x has added its handlers.
 */
final class ConnectionHandlers extends ChannelInboundHandlerAdapter {

    /** The name of the Vert.x handler that turns messages into requests. */
    private static final String VERTX = "handler";

    /** The length of the preface of HTTP/2, which is the longest text that Vert.x waits for. */
    private static final int MAX_SINGLE_BYTES = 24;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ChannelPipeline pipeline = context.pipeline();
        ByteBuf bytes = (ByteBuf) message;
        for (int i = 0; i < MAX_SINGLE_BYTES && bytes.readableBytes() > 1 && pipeline.get(VERTX) == null; i++) {
            context.fireChannelRead(bytes.readRetainedSlice(1));
        }
        if (pipeline.get(VERTX) != null) {
            pipeline.addBefore(VERTX, null, new InvalidRequests());
            pipeline.addBefore(VERTX, null, new PipeliningLimit());
            pipeline.addBefore(VERTX, null, new UnreadOutput(ConnectionServices::inFlightMemory));
            pipeline.remove(this);
        }
        context.fireChannelRead(bytes);
    }
}

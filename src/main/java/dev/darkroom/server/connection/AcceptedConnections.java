package dev.darkroom.server.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Sees each connection that a server socket accepts, before Vert.x adds its handlers. */
final class AcceptedConnections extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Channel connection) {
            connection.pipeline().addLast(new ConnectionHandlers());
        }
        context.fireChannelRead(message);
    }
}

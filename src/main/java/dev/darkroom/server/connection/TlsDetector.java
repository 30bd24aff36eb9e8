package dev.darkroom.server.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import java.util.Optional;

/**
 * Waits for the first byte of a connection that Vert.x has not seen yet, such as one in a tunnel. The byte shows
 * whether the client uses TLS.
 */
final class TlsDetector extends ChannelInboundHandlerAdapter {

    /** The type of the record that begins each TLS handshake (RFC 8446, section 5.1). */
    private static final int HANDSHAKE = 22;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (!bytes.isReadable()) {
            bytes.release();
            return;
        }
        Optional<ChannelHandler> acceptor = startsTls(bytes) ? Acceptors.https() : Acceptors.http();
        if (acceptor.isEmpty()) {
            bytes.release();
            context.close();
            return;
        }
        ChannelPipeline pipeline = context.pipeline();
        pipeline.addLast(new ConnectionHandlers());
        pipeline.addLast(acceptor.get());
        pipeline.remove(this);
        context.fireChannelRead(bytes);
    }

    /** Whether these first bytes of a connection begin a TLS handshake. */
    static boolean startsTls(ByteBuf bytes) {
        return bytes.isReadable() && bytes.getUnsignedByte(bytes.readerIndex()) == HANDSHAKE;
    }
}

package dev.darkroom.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Exception.StreamException;

/**
 * Ignores that a response cannot be written because the client has cancelled the request. Vert.x would close the HTTP/2
 * connection, and so end all other requests on it.
 */
final class CancelledStreams extends ChannelInboundHandlerAdapter {

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(Http2CodecUtil.getEmbeddedHttp2Exception(cause) instanceof StreamException)) {
            context.fireExceptionCaught(cause);
        }
    }
}

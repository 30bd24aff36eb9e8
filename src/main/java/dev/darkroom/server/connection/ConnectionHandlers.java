package dev.darkroom.server.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds Darkroom's handlers to a connection, and removes itself. Vert.x adds its own handlers only when the TLS
 * handshake is over, or when the first bytes show the version of HTTP. So this handler moves behind the handshake, and
 * passes on the first bytes one by one, until Vert.x has added its handlers.
 *
 * <p>A client that uses TLS on the port for HTTP is served as on the port for HTTPS, because {@code https} with the
 * port of HTTP is a frequent mistake.
 */
final class ConnectionHandlers extends ChannelInboundHandlerAdapter {

    /**
     * The name of the Vert.x handler that turns messages into requests. In clear text, it comes with the first request.
     */
    private static final String VERTX = "handler";

    /** The name of the Vert.x handler that precedes {@link #VERTX}, and can upgrade a connection to HTTP/2. */
    private static final String VERTX_UPGRADE = "h2c";

    private static final String VERTX_HANDSHAKE = "handshaker";
    private static final String HTTP_1 = "httpDecoder";

    /** The length of the preface of HTTP/2, which is the longest text that Vert.x waits for. */
    private static final int MAX_SINGLE_BYTES = 24;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ChannelPipeline pipeline = context.pipeline();
        if (pipeline.get(VERTX_HANDSHAKE) != null) {
            pipeline.addAfter(VERTX_HANDSHAKE, null, new ConnectionHandlers());
            pipeline.remove(this);
            context.fireChannelRead(message);
            return;
        }
        ByteBuf bytes = (ByteBuf) message;
        if (TlsDetector.startsTls(bytes)
                && isUndecided(pipeline)
                && pipeline.get(SslHandler.class) == null
                && Acceptors.https().isPresent()) {
            restart(pipeline);
            context.fireChannelRead(bytes);
            return;
        }
        for (int i = 0; i < MAX_SINGLE_BYTES && bytes.readableBytes() > 1 && isUndecided(pipeline); i++) {
            context.fireChannelRead(bytes.readRetainedSlice(1));
        }
        if (!isUndecided(pipeline)) {
            addHandlers(pipeline);
            pipeline.remove(this);
        }
        context.fireChannelRead(bytes);
    }

    /** Whether Vert.x does not know the version of HTTP yet. */
    private static boolean isUndecided(ChannelPipeline pipeline) {
        return pipeline.get(HTTP_1) == null && pipeline.get(VERTX) == null;
    }

    /** Handles the connection as a new one. */
    private void restart(ChannelPipeline pipeline) {
        List<ChannelHandler> others = new ArrayList<>(pipeline.toMap().values());
        others.remove(this);
        others.forEach(pipeline::remove);
        pipeline.addLast(new TlsDetector());
        pipeline.remove(this);
    }

    private static void addHandlers(ChannelPipeline pipeline) {
        pipeline.addFirst(new CancelledStreams());
        if (pipeline.get(HTTP_1) == null) {
            return;
        }
        String next = pipeline.get(VERTX) == null ? VERTX_UPGRADE : VERTX;
        pipeline.addBefore(next, null, new InvalidRequests());
        pipeline.addBefore(next, null, new Upgrades());
        pipeline.addBefore(next, null, new TunnelRequests());
        pipeline.addBefore(next, null, new PipeliningLimit());
        pipeline.addBefore(next, null, new UnreadOutput(ConnectionServices::inFlightMemory));
    }
}

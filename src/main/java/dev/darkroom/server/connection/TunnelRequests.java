package dev.darkroom.server.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens tunnels to this server itself. A client that uses this server as its proxy sends {@code CONNECT
 * api.example.com:443} before it starts TLS (RFC 9110, section 9.3.6). The tunnel ends here: what follows on the
 * connection is handled as if it had come on a new connection, which still has the client's address.
 *
 * <p>All other {@code CONNECT} requests go to the router, with a URI that no client can send, because the router
 * accepts only URIs that begin with a slash.
 */
public final class TunnelRequests extends ChannelInboundHandlerAdapter {

    /** Vert.x adds this handler with the first request. A connection that has it cannot become a tunnel. */
    private static final String VERTX = "handler";

    /** A client could otherwise nest any number of tunnels. */
    private static final AttributeKey<Boolean> IS_TUNNEL = AttributeKey.valueOf(TunnelRequests.class, "tunnel");

    private static final String ENCODER = "httpEncoder";
    private static final String DECODER = "httpDecoder";
    private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";

    /**
     * The target follows it. No client can send this character, because each byte of a request line is one character.
     */
    private static final String TARGET = "/\u21c4";

    private boolean isOpening;

    TunnelRequests() {}

    /** The host and port in the URI of a {@code CONNECT} request. */
    public static String target(String uri) {
        return uri != null && uri.startsWith(TARGET) ? uri.substring(TARGET.length()) : "";
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.method().equals(HttpMethod.CONNECT)) {
            isOpening = endsHere(context.pipeline(), request.uri());
            // The router requires a Host header, and some clients send none.
            request.headers().set(HttpHeaderNames.HOST, request.uri());
            request.setUri(TARGET + request.uri());
        }
        if (!isOpening) {
            context.fireChannelRead(message);
            return;
        }
        boolean isComplete = message instanceof LastHttpContent;
        ReferenceCountUtil.release(message);
        if (isComplete) {
            open(context.pipeline());
        }
    }

    private static boolean endsHere(ChannelPipeline pipeline, String target) {
        return pipeline.get(VERTX) == null
                && !pipeline.channel().hasAttr(IS_TUNNEL)
                && Acceptors.https().isPresent()
                && ConnectionServices.isThisServer(target);
    }

    private static void open(ChannelPipeline pipeline) {
        pipeline.context(ENCODER).writeAndFlush(Unpooled.copiedBuffer(ESTABLISHED, StandardCharsets.US_ASCII));
        pipeline.channel().attr(IS_TUNNEL).set(true);
        pipeline.addLast(new TlsDetector());
        List<ChannelHandler> ofRequest = new ArrayList<>(pipeline.toMap().values());
        ChannelHandler decoder = pipeline.get(DECODER);
        ofRequest.removeIf(handler -> handler instanceof TlsDetector || handler == decoder);
        ofRequest.forEach(pipeline::remove);
        // The decoder passes on the bytes that it has not read, so it is the last to go.
        pipeline.remove(decoder);
    }
}

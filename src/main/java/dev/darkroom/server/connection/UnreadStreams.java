package dev.darkroom.server.connection;

import dev.darkroom.memory.InFlightMemory.Reservation;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.AttributeKey;

/**
 * The memory for the responses on one HTTP/2 connection that the client has not read yet. A stream is closed as soon as
 * its whole response has left the memory.
 */
final class UnreadStreams extends Http2ConnectionAdapter {

    private static final AttributeKey<UnreadStreams> OF_CHANNEL = AttributeKey.valueOf(UnreadStreams.class, "streams");

    private final Http2Connection connection;
    private final Http2Connection.PropertyKey key;

    private UnreadStreams(Http2Connection connection) {
        this.connection = connection;
        this.key = connection.newKey();
        connection.addListener(this);
    }

    /** Holds the memory until the stream is closed. May be called from any thread. */
    static void hold(Channel channel, int streamId, Reservation memory) {
        if (channel.eventLoop().inEventLoop()) {
            of(channel).hold(streamId, memory);
        } else {
            channel.eventLoop().execute(() -> of(channel).hold(streamId, memory));
        }
    }

    /**
     * Whether the client is ready to read the response now. Unknown, and so false, on other threads than the event
     * loop's.
     */
    static boolean isWritable(Channel channel, int streamId) {
        if (!channel.eventLoop().inEventLoop()) {
            return false;
        }
        Http2ConnectionHandler handler = channel.pipeline().get(Http2ConnectionHandler.class);
        Http2Stream stream = handler.connection().stream(streamId);
        return stream != null && handler.encoder().flowController().isWritable(stream);
    }

    /** Ends a stream that is still open, and discards what the client has not read. May be called from any thread. */
    static void reset(Channel channel, int streamId, long code) {
        channel.eventLoop().execute(() -> {
            Http2ConnectionHandler handler = channel.pipeline().get(Http2ConnectionHandler.class);
            if (handler != null && handler.connection().stream(streamId) != null) {
                ChannelHandlerContext context = channel.pipeline().context(handler);
                handler.resetStream(context, streamId, code, context.newPromise());
                context.flush();
            }
        });
    }

    private static UnreadStreams of(Channel channel) {
        UnreadStreams streams = channel.attr(OF_CHANNEL).get();
        if (streams == null) {
            streams = new UnreadStreams(
                    channel.pipeline().get(Http2ConnectionHandler.class).connection());
            channel.attr(OF_CHANNEL).set(streams);
        }
        return streams;
    }

    private void hold(int streamId, Reservation memory) {
        Http2Stream stream = connection.stream(streamId);
        if (stream == null) {
            memory.release();
        } else {
            stream.setProperty(key, memory);
        }
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
        Reservation memory = stream.removeProperty(key);
        if (memory != null) {
            memory.release();
        }
    }
}

package dev.darkroom.server.connection;

import dev.darkroom.http.BearerToken;
import dev.darkroom.memory.InFlightMemory;
import dev.darkroom.memory.InFlightMemory.Reservation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reserves memory for responses that the client has not read yet. If there is no memory, it closes the connection: the
 * response has begun, so an error can no longer be sent.
 */
final class UnreadOutput extends ChannelDuplexHandler {

    /** Smaller parts of a response are not counted while the client reads, because they leave memory at once. */
    private static final int MIN_COUNTED = 16 << 10;

    private final Supplier<Optional<InFlightMemory>> inFlight;

    /** The headers of the request that was read last. The other requests of a connection usually have the same key. */
    private HttpHeaders headers = EmptyHttpHeaders.INSTANCE;

    private Reservation memory;
    private long unread;

    /** @param inFlight empty until the server has started */
    UnreadOutput(Supplier<Optional<InFlightMemory>> inFlight) {
        this.inFlight = inFlight;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            headers = request.headers();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        int bytes = size(message);
        if (bytes == 0 || bytes < MIN_COUNTED && context.channel().isWritable()) {
            context.write(message, promise);
            return;
        }
        if (reserve(context.channel(), bytes)) {
            unread += bytes;
            context.write(message, promise.unvoid().addListener(written -> release(bytes)));
        } else {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            close(context.channel());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (memory != null) {
            memory.release();
        }
        context.fireChannelInactive();
    }

    private boolean reserve(Channel channel, int bytes) {
        if (memory != null && unread > 0) {
            return memory.grow(bytes);
        }
        Optional<InFlightMemory> available = inFlight.get();
        if (available.isEmpty()) {
            return true;
        }
        BearerToken token =
                BearerToken.read(headers.getAll(HttpHeaderNames.AUTHORIZATION), headers.getAll(BearerToken.KEY_HEADER));
        Optional<Reservation> reserved =
                available.get().reserve(MemoryHolder.of(token, channel), bytes, () -> close(channel));
        memory = reserved.orElse(null);
        return reserved.isPresent();
    }

    private void release(int bytes) {
        unread -= bytes;
        if (memory != null && unread == 0) {
            memory.release();
            memory = null;
        } else if (memory != null) {
            memory.shrink(bytes);
        }
    }

    private static void close(Channel channel) {
        if (channel.isActive()) {
            ConnectionServices.countClosed("unread responses");
        }
        channel.close();
    }

    private static int size(Object message) {
        if (message instanceof ByteBuf bytes) {
            return bytes.readableBytes();
        }
        return message instanceof ByteBufHolder content ? content.content().readableBytes() : 0;
    }
}

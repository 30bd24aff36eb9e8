package dev.darkroom.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.http.BearerToken;
import dev.darkroom.memory.InFlightMemory;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnreadOutputTest {

    private static final int LARGE = 20_000;

    private final InFlightMemory memory = new InFlightMemory(3 * LARGE);

    @Test
    void reservesUnreadBytesUntilTheyAreWritten() {
        EmbeddedChannel channel = connection("a");
        channel.write(Unpooled.wrappedBuffer(new byte[LARGE]));
        channel.write(Unpooled.wrappedBuffer(new byte[LARGE]));
        assertThat(memory.reserved()).isEqualTo(2 * LARGE);

        channel.flush();
        assertThat(memory.reserved()).isZero();
        channel.write(Unpooled.wrappedBuffer(new byte[LARGE]));
        assertThat(memory.reserved()).isEqualTo(LARGE);
    }

    @Test
    void doesNotCountSmallResponsesThatAreRead() {
        EmbeddedChannel channel = connection("a");
        channel.write(Unpooled.wrappedBuffer(new byte[1000]));
        assertThat(memory.reserved()).isZero();
    }

    @Test
    void closesConnectionThatDoesNotFit() {
        EmbeddedChannel channel = connection("a");
        for (int i = 0; i < 3; i++) {
            channel.write(Unpooled.wrappedBuffer(new byte[LARGE]));
        }
        assertThat(channel.isOpen()).isTrue();

        channel.write(Unpooled.wrappedBuffer(new byte[LARGE]));
        assertThat(channel.isOpen()).isFalse();
        assertThat(memory.reserved()).isZero();
    }

    @Test
    void closesConnectionOfLargestHolderForAnother() {
        EmbeddedChannel flooding = connection("flooding");
        for (int i = 0; i < 3; i++) {
            flooding.write(Unpooled.wrappedBuffer(new byte[LARGE]));
        }
        EmbeddedChannel quiet = connection("quiet");
        quiet.write(Unpooled.wrappedBuffer(new byte[LARGE]));

        assertThat(flooding.isOpen()).isFalse();
        assertThat(quiet.isOpen()).isTrue();
        assertThat(memory.reserved()).isEqualTo(LARGE);
    }

    /** {@code BodyReader} reserves memory for the same holder. */
    @Test
    void holderIsTheKey() {
        EmbeddedChannel channel = connection("sk-key");
        String holder = MemoryHolder.of(new BearerToken.Key(new ApiKey("sk-key")), new EmbeddedChannel());
        InFlightMemory.Reservation body =
                memory.reserve(holder, 2 * LARGE, () -> {}).orElseThrow();
        channel.write(Unpooled.wrappedBuffer(new byte[2 * LARGE]));

        assertThat(channel.isOpen()).isFalse();
        assertThat(body.grow(0)).isTrue();
    }

    @Test
    void holderIsTheKeyInItsOwnHeader() {
        EmbeddedChannel first = connection("api-key", "key");
        EmbeddedChannel second = connection("api-key", "key");
        first.write(Unpooled.wrappedBuffer(new byte[2 * LARGE]));
        second.write(Unpooled.wrappedBuffer(new byte[2 * LARGE]));

        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();
    }

    @Test
    void countsResponseToClientWithoutKeyAndAddress() {
        EmbeddedChannel channel = new EmbeddedChannel(new UnreadOutput(() -> Optional.of(memory)));
        channel.write(Unpooled.wrappedBuffer(new byte[LARGE]));

        assertThat(memory.reserved()).isEqualTo(LARGE);
    }

    private EmbeddedChannel connection(String key) {
        return connection("Authorization", "Bearer " + key);
    }

    private EmbeddedChannel connection(String header, String value) {
        EmbeddedChannel channel = new EmbeddedChannel(new UnreadOutput(() -> Optional.of(memory)));
        DefaultHttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        request.headers().set(header, value);
        channel.writeInbound(request);
        return channel;
    }
}

package dev.darkroom.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.Test;

class InvalidRequestsTest {

    @Test
    void releasesBodyOfRequestInUnsupportedVersion() {
        EmbeddedChannel channel = new EmbeddedChannel(new InvalidRequests());
        ByteBuf body = Unpooled.buffer().writeZero(10);
        channel.writeInbound(
                new DefaultHttpRequest(new HttpVersion("HTTP", 4, 2, true), HttpMethod.POST, "/"),
                new DefaultHttpContent(body),
                LastHttpContent.EMPTY_LAST_CONTENT);

        HttpRequest replacement = channel.readInbound();
        assertThat(InvalidRequests.status(replacement.uri())).hasValue(400);
        assertThat(channel.<LastHttpContent>readInbound()).isSameAs(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(body.refCnt()).isZero();
    }
}

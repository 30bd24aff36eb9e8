package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client that cancels requests over HTTP/2 (RFC 9113), as one with a timeout does. */
@WireTest
class CancelledStreamsIT {

    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int END_OF_STREAM_AND_HEADERS = 5;
    private static final int CANCEL = 8;

    private final String key = "sk-" + UUID.randomUUID();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    /** Vert.x closes the connection if a response cannot be written because its request was cancelled. */
    @Test
    void otherRequestsOnConnectionGoOn() throws IOException {
        sent.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        write(SETTINGS, 0, 0, new byte[0]);
        int last = 2 * 300 + 1;
        for (int stream = 1; stream < last; stream += 2) {
            get(stream);
            write(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(CANCEL).array());
        }
        get(last);

        try (Socket socket = TestServer.current().connect()) {
            socket.getOutputStream().write(sent.toByteArray());
            assertThat(readUntilHeaders(new DataInputStream(socket.getInputStream()), last))
                    .isTrue();
        }
    }

    private void get(int stream) throws IOException {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        fields.write(0x82); // :method GET (RFC 7541, appendix A)
        fields.write(0x86); // :scheme http
        field(fields, new int[] {0x04}, "/v1/credits");
        field(fields, new int[] {0x01}, "localhost");
        field(fields, new int[] {0x0f, 0x08}, "Bearer " + key);
        write(HEADERS, END_OF_STREAM_AND_HEADERS, stream, fields.toByteArray());
    }

    /** A literal field whose name has an index. */
    private static void field(ByteArrayOutputStream fields, int[] index, String value) throws IOException {
        for (int octet : index) {
            fields.write(octet);
        }
        fields.write(value.length());
        fields.write(value.getBytes(StandardCharsets.US_ASCII));
    }

    private void write(int type, int flags, int stream, byte[] payload) throws IOException {
        sent.write(ByteBuffer.allocate(9)
                .put((byte) 0)
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .array());
        sent.write(payload);
    }

    /** False if the connection ends before. */
    private static boolean readUntilHeaders(DataInputStream in, int stream) throws IOException {
        while (true) {
            int first = in.read();
            if (first < 0) {
                return false;
            }
            int length = first << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.readUnsignedByte();
            int of = in.readInt();
            in.readFully(new byte[length]);
            if (type == HEADERS && of == stream) {
                return true;
            }
        }
    }
}

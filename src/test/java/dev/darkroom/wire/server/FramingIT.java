package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.RawResponse;
import io.restassured.path.json.JsonPath;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not valid HTTP/1.1 gets a vendor's error in HTTP/1.1, and the connection ends. */
@WireTest
class FramingIT {

    private static final String END = "\r\nHost: localhost\r\n\r\n";
    private static final String CREDITS =
            "GET /v1/credits HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk-framing-key\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE",
                "GET /v1/credits HTTP/4.2",
                "GET /v1/credits FTP/1.1",
                "GET /v1/credits",
                "POST /v1/images/generations HTTP/1.1\r\nContent-Length: abc",
                "POST /v1/images/generations HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3",
                "GET /v1/credits HTTP/1.1\r\nno colon"
            })
    void rejectsMalformedHead(String head) throws Exception {
        assertError(exchange(head + END), 400);
    }

    @ParameterizedTest
    @CsvSource({"40000, 0, 414", "0, 80000, 431"})
    void rejectsLongHead(int uriLength, int headerLength, int status) throws Exception {
        assertError(
                exchange("GET /" + "u".repeat(uriLength) + " HTTP/1.1\r\nX: " + "h".repeat(headerLength) + END),
                status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "2\r\n{}xx\r\n0\r\n\r\n", "-1\r\n\r\n"})
    void rejectsMalformedChunks(String chunks) throws Exception {
        String head = "POST /v1/images/generations HTTP/1.1\r\nAuthorization: Bearer sk-framing-key\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nHost: localhost\r\n\r\n";
        assertError(exchange(head + chunks), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONSENSE", "GET /v1/credits HTTP/4.2"})
    void respondsInOrderToPipelinedRequests(String malformed) throws Exception {
        String received = exchange(CREDITS + malformed + END + CREDITS).text();

        assertThat(received).startsWith("HTTP/1.1 200 OK").containsOnlyOnce("HTTP/1.1 400 Bad Request");
        assertThat(received.split("HTTP/1\\.", -1)).hasSize(3);
    }

    private static void assertError(RawResponse response, int status) {
        assertThat(response.head()).startsWith("HTTP/1.1 " + status + " ");
        assertThat(JsonPath.from(response.body()).getString("error.message")).isNotBlank();
    }

    /** Reads until the server closes the connection. */
    private static RawResponse exchange(String request) throws Exception {
        try (Socket socket = TestServer.current().connect()) {
            return RawResponse.to(request, socket);
        }
    }
}

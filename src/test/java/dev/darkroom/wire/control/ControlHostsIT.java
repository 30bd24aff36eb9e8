package dev.darkroom.wire.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page whose name resolves to this server (DNS rebinding) cannot use the control API. */
@WireTest
class ControlHostsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @ParameterizedTest
    @CsvSource({
        "GET, /_darkroom",
        "GET, /_darkroom/sandbox",
        "PUT, /_darkroom/sandbox",
        "DELETE, /_darkroom/sandbox",
        "POST, /_darkroom/clock",
        "POST, /_darkroom/inbox/rebinding",
        "GET, /_darkroom/docs",
        "GET, /_darkroom/contract/control.yaml",
        "GET, /_darkroom/nowhere",
        "OPTIONS, /_darkroom/sandbox"
    })
    void refusesForeignHostAtEveryPath(String method, String path) {
        client.request()
                .header("Host", "evil.example:8080")
                .body(method.equals("GET") ? "" : "{\"freeze\":true}")
                .request(method, path)
                .then()
                .statusCode(403)
                .body("error.code", equalTo("forbidden"))
                .body(
                        "error.message",
                        allOf(containsString("'evil.example:8080'"), containsString("darkroom.control.hosts")));
    }

    /** A page's script can set these headers, and its browser sends an origin that equals the host. */
    @Test
    void forwardedHostAndOriginDoNotHelp() {
        client.request()
                .header("Host", "evil.example")
                .header("Origin", "http://evil.example")
                .header("X-Forwarded-Host", "localhost")
                .get("/_darkroom/sandbox")
                .then()
                .statusCode(403);
        client.request()
                .header("X-Forwarded-Host", "evil.example")
                .get("/_darkroom/sandbox")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "[::1]:8080", "10.1.2.3", "darkroom:8080", "api.aivideoapi.ai"})
    void allowsLocalNamesAddressesAndVendors(String host) {
        client.request().header("Host", host).get("/_darkroom/sandbox").then().statusCode(200);
    }

    @Test
    void allowsNameOfMachine() throws IOException {
        String name = InetAddress.getLocalHost().getHostName();

        client.request().header("Host", name).get("/_darkroom/sandbox").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /_darkroom/sandbox HTTP/1.0                     |                                        | 200",
                "GET /_darkroom/sandbox HTTP/1.1                     | Host: localhost, evil.example          | 400",
                "GET /_darkroom/sandbox HTTP/1.1                     | Host: evil.example:80@localhost        | 400",
                "GET /_darkroom/sandbox HTTP/1.1                     | Host:                                  | 403",
                "GET http://evil.example/_darkroom/sandbox HTTP/1.1  | Host: localhost                        | 403",
                "GET http://localhost/_darkroom/sandbox HTTP/1.1     | Host: localhost                        | 200"
            })
    void checksEveryHostThatRequestNames(String line, String header, int status) throws IOException {
        assertThat(send(line, header == null ? "" : header + "\r\n")).containsPattern("^HTTP/1.[01] " + status + " ");
    }

    @Test
    void refusesIfOneOfSeveralHostsIsForeign() throws IOException {
        String response = send("GET /_darkroom/sandbox HTTP/1.1", "Host: localhost\r\nHost: evil.example\r\n");

        assertThat(response).containsPattern("^HTTP/1.1 40[03] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/docs", "/nowhere", "/journal?format=text", "/tasks/x"})
    void browsersTakeResponsesForWhatTheyAre(String path) {
        client.request().get("/_darkroom" + path).then().header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void vendorsAnswerForEveryHost() {
        client.api().header("Host", "evil.example").get("/v1/credits").then().statusCode(200);
    }

    private String send(String line, String headers) throws IOException {
        try (Socket socket = TestServer.current().connect()) {
            String request =
                    line + "\r\n" + headers + "Authorization: Bearer " + client.key + "\r\nConnection: close\r\n\r\n";
            return RawResponse.to(request, socket).text();
        }
    }
}

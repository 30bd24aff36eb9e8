package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.client.SandboxClient;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Forms that are too large for the memory of request bodies are stored in temporary files, and leave none behind. */
@WireTest(settings = {"darkroom.limits.uploads=32M", "darkroom.limits.body-timeout=5s"})
class UploadsIT {

    private static final int LARGE = 3_000_000;

    private final SandboxClient client = client();

    @Test
    void acceptsLargeForm() throws Exception {
        UploadForm.edit(client.request(), LARGE).then().statusCode(200);

        assertThat(client.control("GET", "/journal", "").getInt("exchanges[0].request.body_bytes"))
                .isEqualTo(UploadForm.of(LARGE).length);
        awaitEmptyDisk();
    }

    @Test
    void acceptsChunkedFormFromClientThatAsks() throws Exception {
        String form = new String(UploadForm.of(LARGE), StandardCharsets.ISO_8859_1);
        String response = send("Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n" + "Connection: close\r\n\r\n"
                + Integer.toHexString(form.length()) + "\r\n" + form + "\r\n0\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ");
    }

    @Test
    void acceptsCompressedForm() throws Exception {
        sendCompressed(UploadForm.of(LARGE)).then().statusCode(200);
        awaitEmptyDisk();
    }

    @Test
    void refusesFormThatExpandsToMuchMore() throws Exception {
        sendCompressed(new byte[12 << 20])
                .then()
                .statusCode(413)
                .body("error.message", containsString("expands to more than 200 times its size"));
        awaitEmptyDisk();
    }

    @Test
    void refusesEndlessHeaderOfPart() throws Exception {
        String start = "--" + UploadForm.TYPE.split("boundary=")[1] + "\r\nX-Endless: ";
        client.request()
                .contentType(UploadForm.TYPE)
                .body((start + "a".repeat(LARGE)).getBytes(StandardCharsets.US_ASCII))
                .post(UploadForm.PATH)
                .then()
                .statusCode(400)
                .body("error.message", containsString("The headers of part 1 are longer than 8192 characters."));
        awaitEmptyDisk();
    }

    private Response sendCompressed(byte[] form) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(form);
        }
        return client.request()
                .contentType(UploadForm.TYPE)
                .header("Content-Encoding", "gzip")
                .body(compressed.toByteArray())
                .post(UploadForm.PATH);
    }

    @Test
    void refusesFormThatDoesNotFitOnDisk() {
        UploadForm.edit(client.request(), 40_000_000)
                .then()
                .statusCode(503)
                .body("error.message", containsString("darkroom.limits.uploads"));
    }

    @Test
    void rejectsFormAboveLimitOfOperation() throws Exception {
        assertThat(send("Content-Length: 2000000000\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void unfinishedFormsOfOneKeyDoNotStopAnother() throws Exception {
        SandboxClient flooding = client();
        try (Socket first = begin(flooding, 15_000_000);
                Socket second = begin(flooding, 15_000_000)) {
            UploadForm.edit(client.request(), LARGE).then().statusCode(200);
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
        awaitEmptyDisk();
    }

    @Test
    void rejectsStalledForm() throws Exception {
        try (Socket socket = begin(client, LARGE)) {
            assertThat(RawResponse.to("", socket).text()).startsWith("HTTP/1.1 408 ");
        }
        awaitEmptyDisk();
    }

    private static SandboxClient client() {
        return new SandboxClient("sk-proj-" + UUID.randomUUID());
    }

    /** Sends a part of a form. */
    private static Socket begin(SandboxClient sender, int length) throws IOException {
        Socket socket = sender.server.connect();
        byte[] form = UploadForm.of(length);
        String head = head(sender) + "Content-Length: " + form.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(form, 0, form.length / 2);
        return socket;
    }

    private String send(String rest) throws IOException {
        try (Socket socket = client.server.connect()) {
            return RawResponse.to(head(client) + rest, socket).text();
        }
    }

    private static String head(SandboxClient sender) {
        return "POST " + UploadForm.PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + sender.key
                + "\r\nContent-Type: " + UploadForm.TYPE + "\r\n";
    }

    private void awaitEmptyDisk() {
        String empty = "darkroom_uploads_bytes 0.0";
        String metrics = "";
        for (int tries = 0; tries < 1000 && !metrics.contains(empty); tries++) {
            metrics = client.server.request().get("/q/metrics").asString();
        }
        assertThat(metrics).contains(empty);
    }
}

package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Compressed bodies of requests and of responses. */
@WireTest
class CodingIT {

    private static final String TASK = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"A lighthouse\"}}";

    /** {@link #TASK}, compressed by the encoder of Node.js. */
    private static final String BROTLI =
            "1b3800401c87712cb2052f8a340f6173a9cab2166b3f97f366069dc1954e1f6cc0814380db038ed3995168b4d4a2f9756ab5849ff5bb670a01f8d8";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void readsGzip() throws IOException {
        assertThat(post("gzip", gzip(TASK.getBytes())).statusCode()).isEqualTo(200);
    }

    @Test
    void readsDeflateWithAndWithoutHeaderOfZlib() throws IOException {
        assertThat(post("deflate", deflate(false)).statusCode()).isEqualTo(200);
        assertThat(post("deflate", deflate(true)).statusCode()).isEqualTo(200);
    }

    @Test
    void readsBrotli() {
        assertThat(post("br", HexFormat.of().parseHex(BROTLI)).statusCode()).isEqualTo(200);
    }

    @Test
    void stopsAtLimitOfDecodedBody() throws IOException {
        byte[] bomb = gzip(new byte[64 << 20]);

        assertThat(post("gzip", bomb).then().statusCode(413).extract().asString())
                .contains("1048576 bytes, the limit of darkroom.limits.body");
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void namesCodingsThatItReads() {
        assertThat(post("zstd", TASK.getBytes())
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("gzip, deflate, br");
    }

    @Test
    void rejectsBodyInAnotherCodingThanAnnounced() {
        assertThat(post("gzip", TASK.getBytes())
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("Content-Encoding");
    }

    @Test
    void journalShowsDecodedBody() throws IOException {
        post("gzip", gzip(TASK.getBytes()));

        assertThat(client.request().get("/_darkroom/journal").asString()).contains("A lighthouse");
    }

    @Test
    void compressesJsonForClientsThatAcceptIt() throws IOException {
        for (String path : new String[] {"/v1/credits", "/v1/tasks/unknown", "/nothing", "/_darkroom/clock"}) {
            Response response = withoutDecoding("gzip, br").get(path);

            assertThat(response.header("Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(response.header("Vary")).as(path).contains("Accept-Encoding");
            byte[] json = new GZIPInputStream(new ByteArrayInputStream(response.asByteArray())).readAllBytes();
            assertThat(new String(json)).as(path).startsWith("{").endsWith("}");
        }
    }

    /** A fault that claims a coding tests how the client handles that, so the body must stay as it is. */
    @Test
    void doesNotCompressResponseWhoseFaultSetsCoding() {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"then\":{\"error\":{\"status\":429,\"headers\":{\"Content-Encoding\":\"br\"}}}}]}");

        Response refused = withoutDecoding("gzip")
                .contentType("application/json")
                .body(TASK)
                .post("/v1/images/generations");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().getValues("Content-Encoding")).containsExactly("br");
        assertThat(new String(refused.asByteArray())).startsWith("{");
    }

    @Test
    void doesNotCompressForOtherClients() {
        for (String accepted : new String[] {"br", "identity", "gzip;q=0"}) {
            assertThat(withoutDecoding(accepted).get("/v1/credits").header("Content-Encoding"))
                    .isNull();
        }
    }

    private io.restassured.specification.RequestSpecification withoutDecoding(String accepted) {
        return RestAssured.given()
                .config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .baseUri(TestServer.current().url())
                .header("Authorization", "Bearer " + client.key)
                .header("Accept-Encoding", accepted);
    }

    private Response post(String coding, byte[] body) {
        return client.request()
                .contentType("application/json")
                .header("Content-Encoding", coding)
                .body(body)
                .post("/v1/images/generations");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    private static byte[] deflate(boolean isRaw) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate =
                new DeflaterOutputStream(compressed, new Deflater(Deflater.DEFAULT_COMPRESSION, isRaw))) {
            deflate.write(TASK.getBytes());
        }
        return compressed.toByteArray();
    }
}

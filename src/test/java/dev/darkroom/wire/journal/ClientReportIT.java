package dev.darkroom.wire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.journal.report.FindingType;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.journal.ImageClient.ImageJob;
import dev.darkroom.wire.journal.ImageClient.Inbox;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.xml.XmlPath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two clients do the same job under the same faults. The report finds every mistake in one and none in the other. */
@WireTest
class ClientReportIT {

    /** Three images and one invalid request. The second image loses its response; the third is time-driven. */
    private static final List<String> JOB = List.of(
            "\"prompt\":\"A lighthouse [[progression: polls:2]]\"",
            "\"prompt\":\"A harbor [[reset]] [[processed]]\"",
            "\"prompt\":\"A storm\"",
            "\"prompt\":\"A ship\",\"aspect_ratio\":\"7:3\"");

    private static final String RATE_LIMITED_ONCE = "{\"rules\":[{\"when\":{\"operation\":\"create\",\"times\":1},"
            + "\"then\":{\"error\":{\"code\":\"rate_limit_exceeded\",\"retry_after\":\"2s\"}}}]}";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void reportsEveryFindingForCarelessClient() {
        ImageClient careless = new CarelessClient(client.key, time -> client.advance(time.toString()));

        assertThat(runJob(careless)).isEmpty();
        JsonPath report = client.control("GET", "/report", "");
        assertThat(report.getString("verdict")).isEqualTo("findings");
        assertThat(report.getList("findings.kind", String.class)).containsOnly(kinds());
        assertThat(report.getMap("left_out")).isEmpty();
        assertThat(junit().getInt("testsuite.@failures")).isEqualTo(12);
    }

    @Test
    void namesOperationAndCountInEachFinding() {
        runJob(new CarelessClient(client.key, time -> client.advance(time.toString())));

        JsonPath report = client.control("GET", "/report", "");
        assertThat(message(report, "ignored_retry_after"))
                .startsWith("POST /v1/images/generations was sent once before Retry-After had passed,")
                .endsWith(" of 2 s.");
        assertThat(message(report, "retried_refusal"))
                .isEqualTo("POST /v1/images/generations was sent again unchanged 2 times after it had been"
                        + " rejected with 400, and was rejected again.");
        assertThat(message(report, "paid_twice"))
                .isEqualTo("POST /v1/images/generations was sent again 2 times after its response had been lost,"
                        + " although it had created a task each time.");
        assertThat(message(report, "unknown_fields")).contains("were sent 10 times: `n` is not a field of");
        List<Long> lost = client.control("GET", "/journal?status=0", "").getList("exchanges.number", Long.class);
        assertThat(finding(report, "paid_twice").get("exchanges"))
                .isEqualTo(lost.stream().map(Long::intValue).toList());
    }

    @Test
    void reportsNothingForCarefulClient() {
        ImageClient careful = new CarefulClient(client.key, time -> client.advance(time.toString()));

        List<byte[]> files = runJob(careful);

        assertThat(files).hasSize(3).allSatisfy(file -> Decoders.decode(ImageFormat.PNG, file));
        JsonPath report = client.control("GET", "/report", "");
        assertThat(report.getList("findings.message")).isEmpty();
        assertThat(report.getString("verdict")).isEqualTo("clean");
        assertThat(junit().getInt("testsuite.@failures")).isZero();
        assertThat(client.balance()).isEqualByComparingTo("9992.8");
    }

    /** The client's receiver may have been reachable. */
    @Test
    void doesNotReportDroppedCallback() {
        client.create("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"[[callback: drop]]\"},"
                + "\"callback_url\":\"http://localhost:1/hook\"}");
        client.advance("1h");

        assertThat(client.control("GET", "/callbacks", "").getString("callbacks[0].state"))
                .isEqualTo("given_up");
        assertThat(client.control("GET", "/report", "").getString("verdict")).isEqualTo("clean");
    }

    /** Runs the job and returns the images that the client has a day later. */
    private List<byte[]> runJob(ImageClient imageClient) {
        client.control("POST", "/faults", RATE_LIMITED_ONCE);
        JOB.forEach(input -> imageClient.createImage(new ImageJob(input, inbox())));
        client.advance("25h");
        return imageClient.images();
    }

    private Inbox inbox() {
        String path = "/inbox/" + UUID.randomUUID();
        return new Inbox() {
            @Override
            public String url() {
                return TestServer.url("/_darkroom" + path);
            }

            @Override
            public List<JsonPath> received() {
                JsonPath all = client.control("GET", path, "");
                int count = all.getInt("requests.size()");
                return count == 0 ? List.of() : List.of(all.setRootPath("requests[0].body"));
            }
        };
    }

    private XmlPath junit() {
        XmlPath xml = client.request()
                .get("/_darkroom/report?format=junit")
                .then()
                .statusCode(200)
                .extract()
                .xmlPath();
        assertThat(xml.getInt("testsuite.@tests")).isEqualTo(12);
        assertThat(xml.getList("testsuite.testcase.@name", String.class)).containsExactly(kinds());
        return xml;
    }

    private static String[] kinds() {
        return Arrays.stream(FindingType.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private static String message(JsonPath report, String kind) {
        return finding(report, kind).get("message").toString();
    }

    private static Map<String, Object> finding(JsonPath report, String kind) {
        return report.getMap("findings.find { it.kind == '" + kind + "' }");
    }
}

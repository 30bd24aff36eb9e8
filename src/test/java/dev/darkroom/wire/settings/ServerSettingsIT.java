package dev.darkroom.wire.settings;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Server settings with values other than their defaults. */
@WireTest(
        settings = {
            "darkroom.public-url=https://fake.example.com/dark/",
            "darkroom.seed=7",
            "darkroom.sandbox.credits=100.5",
            "darkroom.lifecycle.pending.min=1h",
            "darkroom.lifecycle.pending.max=1h",
            "darkroom.lifecycle.processing=2h",
            "darkroom.callback.secret=whisper",
            "darkroom.callback.deny=127.0.0.2",
            "darkroom.callback.schedule=1m",
            "darkroom.callback.timeout=200ms",
            "darkroom.limits.tasks=2",
            "darkroom.control.token=" + ServerSettingsIT.TOKEN,
            "darkroom.control.inbox=2",
            "darkroom.control.hosts=darkroom.test,*.example.test",
            "darkroom.aivideoapi.prices=v2",
            "darkroom.aivideoapi.flat-body=false",
            "darkroom.aivideoapi.data-uris=true",
            "darkroom.aivideoapi.output-format=webp",
            "darkroom.aivideoapi.auto-ratio-of-edits=3:2"
        })
class ServerSettingsIT {

    static final String TOKEN = "open-sesame";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void controlApiRequiresToken() {
        client.request().get("/_darkroom/sandbox").then().statusCode(403).body("error.code", equalTo("forbidden"));
        client.request()
                .header("X-Darkroom-Token", "wrong")
                .get("/_darkroom")
                .then()
                .statusCode(403);
        control("/clock", "{\"freeze\":true}");
    }

    @Test
    void filesOfConsoleNeedNoTokenButWhatTheyShowDoes() {
        given().get("/_darkroom/console/").then().statusCode(200);
        given().get("/_darkroom/contract/control.json").then().statusCode(200);
        given().get("/_darkroom/vocabulary").then().statusCode(403);
        given().header("Host", "example.test").get("/_darkroom/console/").then().statusCode(403);
    }

    @Test
    void controlApiAnswersForListedHosts() {
        String token = "X-Darkroom-Token";
        for (String host : List.of("darkroom.test:8080", "A.example.test")) {
            client.request()
                    .header(token, TOKEN)
                    .header("Host", host)
                    .get("/_darkroom")
                    .then()
                    .statusCode(200);
        }
        client.request()
                .header(token, TOKEN)
                .header("Host", "example.test")
                .get("/_darkroom")
                .then()
                .statusCode(403);
    }

    @Test
    void inboxAcceptsPostsWithoutToken() {
        given().body("{}").post("/_darkroom/inbox/open").then().statusCode(200);
        given().get("/_darkroom/inbox/open").then().statusCode(403);
    }

    @Test
    @Documented(
            value = "darkroom.aivideoapi.prices, a setting; the contract has the prices of seeds/001",
            certainty = Certainty.SCOPE,
            rule = "a setting selects the price list",
            negativeTest = "BalanceIT.chargesTaskOnCreation")
    void usesConfiguredPricesLatenciesPublicUrlAndBalance() {
        control("/clock", "{\"freeze\":true}");
        String task = client.createTask("\"prompt\":\"p\",\"aspect_ratio\":\"2:1\",\"resolution\":\"4k\"");
        assertThat(client.balance()).isEqualByComparingTo("86.4");

        control("/clock", "{\"advance\":\"1h\"}");
        assertThat(client.task(task).getString("status")).isEqualTo("processing");
        control("/clock", "{\"advance\":\"2h\"}");
        assertThat(client.task(task).getString("output.urls[0]")).startsWith("https://fake.example.com/dark/images/");
    }

    @Test
    @Documented(
            value = "darkroom.aivideoapi.flat-body, a setting; providers/aivideoapi.md §3.1",
            certainty = Certainty.SCOPE,
            rule = "a setting makes input required, as seeds/001 says, also for the request of the product page",
            negativeTest = "ExamplesIT.acceptsEveryExampleWithoutWarning")
    void rejectsFlatBody() {
        client.create("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}")
                .then()
                .statusCode(400)
                .body("error.message", equalTo("'input' is required."));
    }

    @Test
    @Documented(
            value = "darkroom.aivideoapi.data-uris, a setting; providers/aivideoapi.md §3",
            certainty = Certainty.SCOPE,
            rule = "a setting accepts references that are data URIs",
            negativeTest = "InputIT.namesInvalidField",
            of = "Input.image_urls")
    void acceptsDataUris() {
        client.createTask("\"image_urls\":[\"data:image/png;base64,AAAA\"]");
    }

    @Test
    @Documented(
            value = "darkroom.aivideoapi.output-format, a setting",
            certainty = Certainty.SCOPE,
            rule = "a setting changes the format of images",
            negativeTest = "ImageIT.rendersExactSize")
    void rendersImagesInConfiguredFormat() {
        String path = URI.create(imageUrlOfCompletedTask("\"prompt\":\"p\""))
                .getPath()
                .replace("/dark/", "/");
        byte[] file = given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", "image/webp")
                .extract()
                .asByteArray();

        assertThat(path).endsWith(".webp");
        assertThat(Decoders.decode(ImageFormat.WEBP, file).getWidth()).isEqualTo(1024);
    }

    @Test
    @Documented(
            value = "seeds/001: Input Parameters, aspect_ratio, defaults to auto",
            rule = "the ratio is auto by default",
            negativeTest = Documented.SAME,
            of = "Input.aspect_ratio",
            witness = "Pillow 12.3.0")
    @Documented(
            value = "darkroom.aivideoapi.auto-ratio-of-edits, a setting; providers/aivideoapi.md §11",
            certainty = Certainty.SCOPE,
            rule = "a setting determines the ratio of auto with references, and of no other ratio",
            negativeTest = Documented.SAME,
            of = "Input.aspect_ratio")
    void autoRatioWithReferencesUsesConfiguredRatio() {
        imageUrlOfCompletedTask("\"image_urls\":[\"http://host/a.png\"]");
        imageUrlOfCompletedTask("\"image_urls\":[\"http://host/a.png\"],\"aspect_ratio\":\"1:1\"");

        client.request()
                .header("X-Darkroom-Token", TOKEN)
                .get("/_darkroom/tasks")
                .then()
                .body("tasks.size", equalTo(List.of("1536x1024", "1024x1024")));
    }

    private String imageUrlOfCompletedTask(String input) {
        control("/clock", "{\"freeze\":true}");
        String id = client.createTask(input);
        control("/clock", "{\"advance\":\"4h\"}");
        return client.task(id).getString("output.urls[0]");
    }

    @Test
    void rejectsUnfinishedTasksBeyondTheLimit() {
        control("/clock", "{\"freeze\":true}");
        client.createTask("\"prompt\":\"p\"");
        client.createTask("\"prompt\":\"p\"");
        client.create("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"}}")
                .then()
                .statusCode(429)
                .body("error.code", equalTo("rate_limit_exceeded"));
        assertThat(client.balance()).isEqualByComparingTo("91.1");
    }

    @Test
    void abandonsAttemptWhenReceiverDoesNotRespond() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            control("/clock", "{\"freeze\":true}");
            client.createTaskWithCallback("http://localhost:" + silent.getLocalPort() + "/hook");
            control("/clock", "{\"advance\":\"4h\"}");
        }
        client.request()
                .header("X-Darkroom-Token", TOKEN)
                .get("/_darkroom/callbacks")
                .then()
                .body("callbacks[0].attempts.result", equalTo(List.of("unanswered")));
    }

    @Test
    @Documented(
            value = "darkroom.callback.secret, a setting; providers/aivideoapi.md §10, no signature is documented",
            certainty = Certainty.SCOPE,
            rule = "a setting signs callbacks",
            negativeTest = "CallbackIT.sendsSameBodyAsPoll")
    void signsCallbacksWithSecret() throws Exception {
        control("/clock", "{\"freeze\":true}");
        client.createTaskWithCallback(TestServer.url("/_darkroom/inbox/signed"));
        control("/clock", "{\"advance\":\"4h\"}");

        Map<String, String> headers = given().header("X-Darkroom-Token", TOKEN)
                .get("/_darkroom/inbox/signed")
                .jsonPath()
                .getMap("requests[0].headers");
        String task = client.request()
                .get("/v1/tasks/" + header(headers, "X-Task-Id"))
                .asString();
        String signed = header(headers, "X-Timestamp") + "." + task;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("whisper".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(header(headers, "Darkroom-Signature"))
                .isEqualTo("t=" + header(headers, "X-Timestamp") + ",v1=" + expected);
        client.request()
                .header("X-Darkroom-Token", TOKEN)
                .get("/_darkroom/callbacks")
                .then()
                .body("callbacks[0].request.headers.Darkroom-Signature", equalTo(header(headers, "Darkroom-Signature")))
                .body(not(containsString("whisper")));
    }

    @Test
    void doesNotSendCallbacksToDeniedAddresses() {
        control("/clock", "{\"freeze\":true}");
        client.createTaskWithCallback("http://127.0.0.2:" + TestServer.port() + "/_darkroom/inbox/denied");
        control("/clock", "{\"advance\":\"4h\"}");

        assertThat(requestsIn("denied")).isZero();
        client.request()
                .header("X-Darkroom-Token", TOKEN)
                .get("/_darkroom/callbacks")
                .then()
                .body("callbacks[0].attempts[0].reason", equalTo("127.0.0.2 is denied by darkroom.callback.deny"));
    }

    private static String header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void evictsOldestInboxFirst() {
        for (String name : new String[] {"first", "second", "third"}) {
            given().body("{}").post("/_darkroom/inbox/" + name).then().statusCode(200);
        }
        assertThat(requestsIn("third")).isOne();
        assertThat(requestsIn("second")).isOne();
        assertThat(requestsIn("first")).isZero();
    }

    private int requestsIn(String inbox) {
        return given().header("X-Darkroom-Token", TOKEN)
                .get("/_darkroom/inbox/" + inbox)
                .jsonPath()
                .getInt("requests.size()");
    }

    private void control(String path, String body) {
        client.request()
                .header("X-Darkroom-Token", TOKEN)
                .body(body)
                .post("/_darkroom" + path)
                .then()
                .statusCode(200);
    }
}

package dev.darkroom.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three ways in, and that each printed address leads back to where the client stands. */
@QuarkusTest
class DoorsTest {

    private final Client client = new Client();

    private String task;

    @BeforeEach
    void createTask() {
        client.freeze();
        task = client.createTask("\"prompt\":\"p\"");
        client.advance("2s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/aivideoapi"})
    void atTheRootAndByPrefixTheAddressHasTheSameWayIn(String door) {
        String url = client.request().get(door + "/v1/tasks/" + task).path("output.urls[0]");

        assertThat(url).matches("http://localhost:\\d+" + door + "/images/.*");
        given().get(url).then().statusCode(200).contentType("image/png");
    }

    @Test
    void byHostNameTheAddressHasThatHost() {
        String url = client.request()
                .header("Host", "api.aivideoapi.ai:8080")
                .get("/v1/tasks/" + task)
                .path("output.urls[0]");

        assertThat(url).startsWith("http://api.aivideoapi.ai:8080/images/");
        fetch(url, "api.aivideoapi.ai:8080");
        fetch(url, "file.aivideoapi.ai");
    }

    @Test
    void atItsHostADialectIsToBeHadByItsPrefixToo() {
        String[] paths = {"/v1/credits", "/aivideoapi/v1/credits"};
        for (String path : paths) {
            client.request()
                    .header("Host", "API.aivideoapi.ai")
                    .get(path)
                    .then()
                    .statusCode(200);
        }
        client.request()
                .header("Host", "API.aivideoapi.ai")
                .get("/other/v1/credits")
                .then()
                .statusCode(404);
    }

    @Test
    void behindAProxyTheAddressIsTheProxys() {
        String url = client.request()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "fake.example.com")
                .header("X-Forwarded-Prefix", "/mocks/darkroom/")
                .get("/v1/tasks/" + task)
                .path("output.urls[0]");

        assertThat(url).startsWith("https://fake.example.com/mocks/darkroom/images/");
        fetch(url.replace("/mocks/darkroom", ""), "fake.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "evil\"host", "<script>", "x/../y"})
    void aHostThatIsNoneIsNotRepeated(String host) {
        String answer = client.request()
                .header("X-Forwarded-Host", host)
                .get("/v1/tasks/" + task)
                .asString();

        assertThat(answer).doesNotContain(host).contains("\"http://localhost:");
    }

    @Test
    void aSchemeOrAPrefixThatIsNoneIsNotRepeated() {
        String answer = client.request()
                .header("X-Forwarded-Proto", "javascript")
                .header("X-Forwarded-Prefix", "/../..")
                .get("/v1/tasks/" + task)
                .asString();

        assertThat(answer).contains("\"http://localhost").doesNotContain("javascript", "..");
    }

    @Test
    void theQueryGoesThroughTheDoor() {
        client.request().get("/v1/credits?cache=off").then().statusCode(200);
    }

    private static void fetch(String url, String host) {
        given().header("Host", host)
                .get(URI.create(url).getPath())
                .then()
                .statusCode(200)
                .contentType("image/png");
    }
}

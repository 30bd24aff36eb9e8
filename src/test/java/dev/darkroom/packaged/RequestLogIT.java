package dev.darkroom.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines about requests in the log of the packaged server. {@code SecretsInLogIT} tests the default level. */
class RequestLogIT {

    private static final long MAX_WAIT_SECONDS = 300;
    private static final String KEY = "sk-0123456789abcdef";
    private static final String CREATED =
            "POST /v1/images/generations (→|->) 200 aivideoapi sk-01.+ef task .+2\\.4 credits";
    private static final String REJECTED = "POST /v1/images/generations (→|->) 400 aivideoapi sk-01.+ef";

    @ParameterizedTest
    @CsvSource({"off, 0, 0, 0", "warn, 0, 1, 0", "debug, 1, 1, 2"})
    void levelSelectsTheLines(String level, int created, int rejected, int withDuration) throws Exception {
        Process server = PackagedServer.start("DARKROOM_LOG_REQUESTS", level);
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        create(url, "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"" + KEY + "\"}}", 200);
        create(url, "{\"model\":\"gpt-image-2\"}", 400);

        server.toHandle().destroy();

        assertThat(server.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        String log = PackagedServer.rest(server);
        assertThat(count(log, CREATED)).as(log).isEqualTo(created);
        assertThat(count(log, REJECTED)).as(log).isEqualTo(rejected);
        assertThat(count(log, "POST /v1/.+ \\d+ ms")).as(log).isEqualTo(withDuration);
        assertThat(log).doesNotContain(KEY);
    }

    private static long count(String log, String line) {
        return log.lines().filter(text -> text.matches(".*" + line + ".*")).count();
    }

    private static void create(String url, String body, int status) {
        given().header("Authorization", "Bearer " + KEY)
                .contentType("application/json")
                .body(body)
                .post(url + "/v1/images/generations")
                .then()
                .statusCode(status);
    }
}

package dev.darkroom.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The log shows no key and no password whole. */
class SecretsInLogIT {

    private static final long MAX_WAIT_SECONDS = 300;
    private static final String KEY = "sk-0123456789abcdef";

    @Test
    void masksKeysAndPasswordsOfCallbackUrls() throws Exception {
        Process server = PackagedServer.start("DARKROOM_LIFECYCLE_PROCESSING", "1h");
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        create(url, "http://" + KEY + ".localhost:1/hook");
        create(url, "http://me:secret@localhost:1/hook");
        given().header("Authorization", "Bearer " + KEY)
                .body("{\"advance\": \"2h\"}")
                .post(url + "/_darkroom/clock")
                .then()
                .statusCode(200);

        server.toHandle().destroy();

        assertThat(server.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(PackagedServer.rest(server))
                .containsPattern("callback POST sk-01.+:1/hook (→|->) no response task ")
                .containsPattern("callback POST localhost:1/hook (→|->) no response task ")
                .containsPattern("POST /v1/images/generations (→|->) 200 aivideoapi sk-01.+ef task .+2\\.4 credits")
                .doesNotContain(KEY, "secret");
    }

    private static void create(String url, String callback) {
        given().header("Authorization", "Bearer " + KEY)
                .contentType("application/json")
                .body("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"},\"callback_url\":\"" + callback + "\"}")
                .post(url + "/v1/images/generations")
                .then()
                .statusCode(200);
    }
}

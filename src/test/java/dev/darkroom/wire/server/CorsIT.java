package dev.darkroom.wire.server;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import dev.darkroom.wire.client.AiVideoApiClient;
import org.junit.jupiter.api.Test;

/** Web pages may call the vendors' APIs, and never the control API (Fetch Living Standard, section 3.2). */
@WireTest
class CorsIT {

    private static final String PAGE = "http://localhost:3000";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void allowsPreflightWithoutKey() {
        TestServer.given()
                .header("Origin", PAGE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/v1/images/generations")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", "authorization,content-type");
    }

    @Test
    void pagesMayReadResponsesAndErrors() {
        for (String path : new String[] {"/v1/credits", "/v1/tasks/unknown", "/nothing"}) {
            client.request()
                    .header("Origin", PAGE)
                    .get(path)
                    .then()
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Expose-Headers", containsString("Darkroom-Warning"));
        }
    }

    @Test
    void pagesMayReadImages() {
        String task = client.createTask("\"prompt\":\"[[progression: instant]]\"");
        String url = client.task(task).getString("output.urls[0]");
        TestServer.given()
                .header("Origin", PAGE)
                .get(url)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void pagesMayNotReadControlApi() {
        for (String path : new String[] {"/_darkroom/clock", "/_darkroom", "/_darkroom/ca.pem", "/q/metrics"}) {
            client.request().header("Origin", PAGE).get(path).then().header("Access-Control-Allow-Origin", nullValue());
        }
        client.request().header("Origin", PAGE).get("/_darkroom/clock").then().statusCode(403);
    }
}

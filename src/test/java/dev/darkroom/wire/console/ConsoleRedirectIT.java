package dev.darkroom.wire.console;

import static dev.darkroom.wire.server.TestServer.given;

import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's address in a browser leads to the web console; for clients of an API, nothing is at that path. */
@WireTest
class ConsoleRedirectIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {BROWSER, "text/html", "application/json;q=0.5, Text/HTML;q=0.9"})
    void browserIsRedirected(String accept) {
        at("/", accept)
                .then()
                .statusCode(302)
                .header("Location", "_darkroom/console/")
                .header("Vary", "Accept")
                .header("Cache-Control", (String) null)
                .header("Darkroom-Dialect", (String) null);
    }

    @Test
    void redirectLeadsToThePage() {
        given().header("Accept", BROWSER)
                .get("/?from=bookmark")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8");
        given().header("Accept", BROWSER)
                .redirects()
                .follow(false)
                .head("/")
                .then()
                .statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/*", "text/html+xml", "image/png"})
    void clientOfAnApiIsNot(String accept) {
        at("/", accept).then().statusCode(404).header("Darkroom-Dialect", "aivideoapi");
    }

    @ParameterizedTest
    @CsvSource({"Host, api.openai.com, openai", "X-Forwarded-Host, reapi.ai, reapi"})
    void vendorAnswersAtItsHost(String header, String host, String dialect) {
        request(BROWSER).header(header, host).get("/").then().statusCode(404).header("Darkroom-Dialect", dialect);
    }

    @Test
    void otherMethodsAndPathsAreNotRedirected() {
        request(BROWSER).post("/").then().statusCode(404);
        at("/index.html", BROWSER).then().statusCode(404);
        at("/openai/", BROWSER).then().statusCode(404);
    }

    private static Response at(String path, String accept) {
        return request(accept).get(path);
    }

    private static RequestSpecification request(String accept) {
        return given().redirects().follow(false).header("Accept", accept);
    }
}

package dev.darkroom.wire.console;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server serves the files of the web console. */
@WireTest
class ConsoleIT {

    private static final Filter CONTRACT = Contract.filterFor("control");
    private static final String CONSOLE = "/_darkroom/console/";

    /** A page that a client's text has injected could run no script, load nothing and send nothing elsewhere. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    @ParameterizedTest
    @MethodSource("dev.darkroom.wire.console.ConsoleFolder#files")
    void everyFileIsServedWithAStrictPolicy(String file) {
        String extension = file.replaceFirst(".*\\.", "");
        given().filter(CONTRACT)
                .get(CONSOLE + file)
                .then()
                .statusCode(200)
                .contentType(
                        switch (extension) {
                            case "html" -> "text/html;charset=UTF-8";
                            case "css" -> "text/css;charset=UTF-8";
                            case "js" -> "text/javascript;charset=UTF-8";
                            case "txt" -> "text/plain;charset=UTF-8";
                            case "svg" -> "image/svg+xml";
                            case "png" -> "image/png";
                            case "woff2" -> "font/woff2";
                            default -> "a type without a test";
                        })
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Encoding");
    }

    @Test
    void startPageIsThePathWithASlash() {
        given().redirects()
                .follow(false)
                .get("/_darkroom/console")
                .then()
                .statusCode(302)
                .header("Location", "console/");
        Response page = given().filter(CONTRACT).get("/_darkroom/console");
        page.then().statusCode(200).contentType("text/html;charset=UTF-8").body(containsString("<title>"));
        assertThat(given().get(CONSOLE + "index.html").asString()).isEqualTo(page.asString());
    }

    @Test
    void browserAsksWhetherAFileHasChanged() {
        String tag = plain("identity").get(CONSOLE + "index.html").header("ETag");

        plain("identity")
                .filter(CONTRACT)
                .header("If-None-Match", "\"other\", " + tag)
                .get(CONSOLE + "index.html")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", "no-cache")
                .body(equalTo(""));
        plain("identity")
                .header("If-None-Match", "\"other\"")
                .get(CONSOLE + "index.html")
                .then()
                .statusCode(200);
        plain("identity")
                .filter(CONTRACT)
                .header("If-Match", "\"other\"")
                .get(CONSOLE + "index.html")
                .then()
                .statusCode(412);
    }

    @Test
    void compressesForClientsThatAcceptIt() {
        Response compressed = plain("br, gzip").get(CONSOLE + "app.js");
        Response whole = plain("gzip;q=0").get(CONSOLE + "app.js");

        compressed.then().header("Content-Encoding", "gzip");
        whole.then().header("Content-Encoding", (String) null);
        assertThat(compressed.asByteArray().length).isLessThan(whole.asByteArray().length / 2);
        assertThat(compressed.header("ETag")).isNotEqualTo(whole.header("ETag"));
        plain("gzip")
                .header("If-None-Match", compressed.header("ETag"))
                .get(CONSOLE + "app.js")
                .then()
                .statusCode(304);
        plain("gzip")
                .header("If-None-Match", whole.header("ETag"))
                .get(CONSOLE + "app.js")
                .then()
                .statusCode(200);
    }

    @Test
    void headHasTheHeadersOfGet() {
        Response get = plain("gzip").get(CONSOLE + "index.html");
        Response head = plain("gzip").head(CONSOLE + "index.html");

        assertThat(head.asByteArray()).isEmpty();
        for (String header : new String[] {"Content-Length", "Content-Type", "Content-Encoding", "ETag"}) {
            assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
        }
    }

    @Test
    void filesCannotBeChanged() {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            given().request(method, CONSOLE + "index.html")
                    .then()
                    .statusCode(405)
                    .header("Allow", "GET, HEAD, OPTIONS");
        }
        given().options(CONSOLE + "app.js").then().statusCode(200).header("Allow", "GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope.js",
                "Index.html",
                "index",
                "lib",
                "lib/",
                "lib/nope.js",
                "lib/app.js",
                "index.html%00.js",
                "..%2fapplication.yaml",
                "..%2f..%2fapplication.yaml",
                "lib%2fmarked.js",
                "lib/..%2findex.html",
                "..%5cindex.html",
                "%2fetc%2fpasswd.txt",
                "%2e%2e%2fdocs%2findex.md",
                "..;/docs/index.md"
            })
    void servesNothingElse(String path) {
        given().urlEncodingEnabled(false)
                .get(CONSOLE + path)
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("error.code", equalTo("not_found"));
    }

    /** As a client without a library sends them: dots are resolved before anything looks for a file. */
    @ParameterizedTest
    @CsvSource({
        "/_darkroom/console/../../application.yaml, 404",
        "/_darkroom/console/../../../etc/passwd, 404",
        "/_darkroom/console/%2e%2e/application.yaml, 404",
        "/_darkroom/console/lib/../index.html, 200",
        "/_darkroom/console//index.html, 200"
    })
    void dotsLeadNowhereElse(String path, int status) throws IOException {
        RawResponse response = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(response.text()).startsWith("HTTP/1.1 " + status).doesNotContain("quarkus:", "root:");
    }

    @Test
    void refusesForeignHost() throws IOException {
        RawResponse response =
                raw("GET /_darkroom/console/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(response.text()).startsWith("HTTP/1.1 403").contains("darkroom.control.hosts");
    }

    @Test
    void indexLinksIt() {
        String console = given().get("/_darkroom").path("links.console");

        given().get(console).then().statusCode(200).contentType("text/html;charset=UTF-8");
    }

    private static RawResponse raw(String request) throws IOException {
        try (Socket socket = TestServer.current().connect()) {
            return RawResponse.to(request, socket);
        }
    }

    /** A request whose response is not decoded. */
    private static RequestSpecification plain(String encoding) {
        return given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", encoding);
    }
}

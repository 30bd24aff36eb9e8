package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.SandboxClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The host names of the vendors: those of their APIs, and those of their files. */
@WireTest
class HostsIT {

    /** TlsIT checks the certificate. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker/compose.yaml",
                "README.md",
                "src/main/resources/docs/clients.md",
                "src/main/resources/docs/dialects.md"
            })
    void recipesNameEveryHost(String file) throws IOException {
        List<String> all = given().get("/_darkroom").jsonPath().getList("dialects.hosts.flatten()");
        // A recipe cannot name a wildcard.
        List<String> hosts = all.stream().filter(host -> !host.startsWith("*.")).toList();

        assertThat(hosts).contains("file.aivideoapi.ai", "cdn.reapi.ai");
        assertThat(Files.readString(Path.of(file))).contains(hosts);
    }

    @ParameterizedTest
    @CsvSource({
        "aivideoapi, file.aivideoapi.ai, api.aivideoapi.ai, /v1/credits, /v1/tasks/x",
        "reapi, cdn.reapi.ai, reapi.ai, /api/v1/balance, /api/v1/tasks/x"
    })
    void requestToApiAtFileHostIsServedWithWarning(
            String name, String fileHost, String apiHost, String balance, String poll) {
        VendorClient vendor = Vendors.named(name);
        String warning = "`" + fileHost + "` is the vendor's host for files; its API is at `" + apiHost + "`";
        String create = vendor.createPath();
        String body = vendor.bodyTemplate().formatted("p");

        for (String host : new String[] {fileHost, fileHost + ":8080", fileHost.toUpperCase(Locale.ROOT)}) {
            Response created = at(host, vendor).body(body).post(create);
            assertThat(created.statusCode()).isEqualTo(200);
            assertThat(created.headers().getValues("Darkroom-Warning")).containsExactly(warning);
        }
        assertThat(at(fileHost, vendor).body(body).post("/" + name + create).header("Darkroom-Warning"))
                .isEqualTo(warning);
        assertThat(at(fileHost, vendor).body("{").post(create).header("Darkroom-Warning"))
                .isEqualTo(warning);
        assertThat(at(fileHost, vendor).get(balance).header("Darkroom-Warning")).isEqualTo(warning);
        assertThat(at(fileHost, vendor).get(poll).header("Darkroom-Warning")).isEqualTo(warning);
        assertThat(at(apiHost, vendor).body(body).post(create).header("Darkroom-Warning"))
                .isNull();
        assertThat(vendor.account().control("GET", "/journal", "").<List<String>>getList("exchanges.warnings"))
                .contains(List.of(warning));
    }

    @ParameterizedTest
    @MethodSource("dev.darkroom.wire.portable.Vendors#withUrls")
    @Documented(
            value = "seeds/001: Query Task, the URL in the example",
            rule = "at the vendor's host, image URLs are at file.aivideoapi.ai",
            negativeTest = Documented.SAME,
            witness = "curl 7.88.1, file 5.44")
    @Documented(
            dialect = "reapi",
            value = "seeds/002: Poll the result: image URLs on our CDN",
            rule = "at the vendor's host, image URLs are at the CDN",
            negativeTest = Documented.SAME,
            witness = "curl 7.88.1, file 5.44")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §9 and §11: the vendor's image host is unknown",
            rule = "image URLs are at the API's host",
            negativeTest = Documented.SAME,
            certainty = Certainty.INFERRED,
            witness = "curl 7.88.1, file 5.44")
    @Documented(
            dialect = "getimg",
            value = "providers/getimg.md §1: downloads are below the API's base URL",
            rule = "image URLs are at the API's host",
            negativeTest = Documented.SAME,
            witness = "curl 7.88.1, file 5.44")
    void imagesAreAtTheHostThatThePagesShow(VendorClient vendor) {
        assertSendsUrlsOfImageHost(vendor);
    }

    static void assertSendsUrlsOfImageHost(VendorClient vendor) {
        vendor.account().changeSandbox("{\"progression\":\"instant\"}");

        assertThat(imageHost(vendor)).isEqualTo("localhost");
        assertThat(imageHost(vendor.withRoute(new Route("", Map.of("Host", vendor.host())))))
                .isEqualTo(vendor.imageHost());
    }

    @Test
    void imageAtFileHostHasNoWarning() {
        VendorClient vendor = Vendors.named("aivideoapi");
        vendor.account().changeSandbox("{\"progression\":\"instant\"}");
        String url = vendor.submit("p").imageUrl().orElseThrow();

        given().header("Host", "file.aivideoapi.ai")
                .get(url.substring(url.indexOf("/images/")))
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
    }

    private static String imageHost(VendorClient vendor) {
        return URI.create(vendor.submit("p").imageUrl().orElseThrow()).getHost();
    }

    private static RequestSpecification at(String host, VendorClient vendor) {
        SandboxClient account = vendor.account();
        return account.request().contentType("application/json").header("Host", host);
    }
}

package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.SandboxClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        List<String> hosts = given().get("/_darkroom").jsonPath().getList("dialects.hosts.flatten()");

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
        VendorClient vendor = vendor(name);
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

    @Test
    void imageAtFileHostHasNoWarning() {
        VendorClient vendor = vendor("aivideoapi");
        vendor.account().changeSandbox("{\"progression\":\"instant\"}");
        String url = vendor.submit("p").imageUrl().orElseThrow();

        given().header("Host", "file.aivideoapi.ai")
                .get(url.substring(url.indexOf("/images/")))
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
    }

    private static VendorClient vendor(String name) {
        return Vendors.all()
                .filter(vendor -> vendor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RequestSpecification at(String host, VendorClient vendor) {
        SandboxClient account = vendor.account();
        return account.request().contentType("application/json").header("Host", host);
    }
}

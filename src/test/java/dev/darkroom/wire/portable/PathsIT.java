package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.client.SandboxClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who responds at which path, and the hints for paths that no vendor has. */
@WireTest
class PathsIT {

    @ParameterizedTest
    @CsvSource({
        // By the only vendor that has the path, whatever the key.
        "sk-, GET, /v1/credits, aivideoapi",
        "rk_live_, GET, /v1/credits, aivideoapi",
        "sk-, GET, /api/v1/balance, reapi",
        "sk-, GET, /api/v1/tasks/x, reapi",
        "sk-, GET, /api/v1/chat/credit, aigenerate",
        "sk-, POST, /api/v1/jobs/createTask, aigenerate",
        "sk-, GET, /v2/models, getimg",
        "sk-, DELETE, /v2/models, getimg",
        "sk-, GET, /v1/models, openai",
        "sk-, POST, /openai/deployments/x/images/edits, azure",
        // By the key, where several vendors have the path.
        "sk-, POST, /v1/images/generations, aivideoapi",
        "sk-proj-, POST, /v1/images/generations, openai",
        // By the key, where no vendor has the path.
        "rk_live_, GET, /nope, reapi",
        "rk_live_, GET, /v1/nope, reapi",
        "sk-aig-, GET, /v1/nope, aigenerate",
        "sk_, GET, /v1/nope, getimg",
        "sk-proj-, GET, /v2/nope, openai",
        "sk-, GET, /nope, aivideoapi",
        // By the beginning of the path, without a key that tells.
        "unknown-, GET, /v2/nope, getimg",
        "unknown-, GET, /api/v1/jobs/nope, aigenerate",
        "unknown-, GET, /v1/responses/x/nope, openai",
        "unknown-, GET, /api/v1/nope, aivideoapi",
        "unknown-, GET, /nope, aivideoapi",
        // By the prefix.
        "sk-, GET, /reapi/nope, reapi",
        "sk-, GET, /getimg, getimg",
        "sk-, GET, /openai/nope, openai",
        "sk-, GET, /azure, azure",
    })
    void selectsWhoResponds(String keyPrefix, String method, String path, String dialect) {
        client(keyPrefix).request().request(method, path).then().header("Darkroom-Dialect", dialect);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sk-      | POST | /v1/image/generations        | any vendor; did you mean `/v1/images/generations`?",
                "sk-      | GET  | /v1/image/generations        | any vendor; did you mean `POST /v1/images/generations`?",
                "sk-      | POST | /images/generations          | any vendor; did you mean `/v1/images/generations`?",
                "rk_live_ | POST | /images/generations          | any vendor; did you mean `/api/v1/images/generations`?",
                "sk_      | POST | /images/generations          | any vendor; did you mean `/v2/images/generations`?",
                "sk-proj- | POST | /images/generations          | any vendor; did you mean `/v1/images/generations`?",
                "sk-proj- | GET  | /v1/response/x               | any vendor; did you mean `/v1/responses/{id}`?",
                "sk-      | GET  | /v1/v1/tasks/x               | any vendor; did you mean `/v1/tasks/{id}`?",
                "sk-      | GET  | /tasks/x                     | any vendor; did you mean `/v1/tasks/{id}`?",
                "sk-      | GET  | /V1/Tasks/x                  | any vendor; did you mean `/v1/tasks/{id}`?",
                "sk-      | GET  | /v1/task/                    | any vendor; did you mean `/v1/tasks/{id}`?",
                "rk_live_ | GET  | /api/api/v1/balance          | any vendor; did you mean `/api/v1/balance`?",
                "rk_live_ | GET  | /v1/credit                   | any vendor; did you mean `/v1/credits` of aivideoapi?",
                "sk-      | POST | /reapi/v1/images/generations | reapi; did you mean `/reapi/api/v1/images/generations`?",
                "sk-      | GET  | /reapi/v1/credits            | reapi",
                "sk-      | POST | /openai/images/edits         | openai; did you mean `/openai/v1/images/edits`?",
                "sk-      | POST | /azure/v1/images/edits       | azure; did you mean `/azure/openai/v1/images/edits`?",
                "sk-      | GET  | /nope                        | any vendor",
            })
    void suggestsPathThatWasMeant(String keyPrefix, String method, String path, String expected) {
        SandboxClient client = client(keyPrefix);
        Response refused = client.request().request(method, path);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.header("Darkroom-Warning")).isEqualTo("`" + path + "` is not a path of " + expected);
        if (expected.startsWith("any vendor")) {
            assertThat(client.control("GET", "/journal", "").getString("exchanges[0].warnings[0]"))
                    .isEqualTo(refused.header("Darkroom-Warning"));
        }
    }

    @Test
    void hostDecidesWhosePathIsSuggested() {
        given().header("Host", "reapi.ai")
                .get("/v1/tasks/x")
                .then()
                .statusCode(404)
                .header("Darkroom-Dialect", "reapi")
                .header("Darkroom-Warning", "`/v1/tasks/x` is not a path of reapi; did you mean `/api/v1/tasks/{id}`?");
    }

    /** Azure's paths begin with the name of another vendor. */
    @ParameterizedTest
    @CsvSource({
        "/openai/deployments/x/chat/completions, ''",
        "/openai/deployments/x/images/edit, '; did you mean `POST /openai/deployments/{deployment}/images/edits`?'"
    })
    void headerWithKeyDecidesWhoseUnknownPathItIs(String path, String hint) {
        VendorClient vendor = Vendors.named("azure");
        Response refused = vendor.account().request().get(path);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertNamed(refused, vendor);
        assertThat(refused.header("Darkroom-Warning")).isEqualTo("`" + path + "` is not a path of any vendor" + hint);
        assertThat(client("sk-").request().get(path).header("Darkroom-Dialect")).isEqualTo("openai");
    }

    /** Whether the vendors serve them is unknown. */
    @ParameterizedTest
    @CsvSource({
        "/v1/credits/, /v1/credits",
        "/v1//credits, /v1/credits",
        "/aivideoapi//v1/credits/, /aivideoapi/v1/credits"
    })
    void servesPathsWithMoreSlashesAndWarns(String path, String meant) throws IOException {
        AiVideoApiClient client = new AiVideoApiClient();
        RawResponse response = raw("GET " + path + " HTTP/1.1\r\nAuthorization: Bearer " + client.key);

        assertThat(response.text()).startsWith("HTTP/1.1 200 OK");
        assertThat(response.header("Darkroom-Warning")).endsWith("; did you mean `" + meant + "`?");
        assertThat(client.control("GET", "/journal", "").getString("exchanges[0].warnings[0]"))
                .isEqualTo(response.header("Darkroom-Warning"));
        client.credits().then().header("Darkroom-Warning", (String) null);
    }

    @Test
    void wrongMethodIsExplained() {
        AiVideoApiClient client = new AiVideoApiClient();

        client.request()
                .get("/v1/images/generations")
                .then()
                .statusCode(405)
                .header("Darkroom-Warning", "`/v1/images/generations` does not support GET; use POST");
    }

    @Test
    void longPathIsQuotedInPart() throws IOException {
        RawResponse response = raw("GET /v1/tasks" + "/x".repeat(15_000) + " HTTP/1.1");

        assertThat(response.text()).startsWith("HTTP/1.1 404");
        assertThat(response.header("Darkroom-Warning"))
                .hasSizeLessThan(200)
                .startsWith("`/v1/tasks/x/x")
                .endsWith("...` is not a path of any vendor");
    }

    /** A proxy's error page and a broken response name the dialect, too. */
    @ParameterizedTest
    @MethodSource("dev.darkroom.wire.portable.Vendors#all")
    void everyResponseNamesItsDialect(VendorClient vendor) {
        SandboxClient account = vendor.account();
        String create = "/" + vendor.name() + vendor.createPath();
        account.changeSandbox("{\"progression\":\"instant\"}");

        vendor.submit("p")
                .imageUrl()
                .ifPresent(url -> assertNamed(given().urlEncodingEnabled(false).get(url), vendor));
        assertNamed(account.request().get("/" + vendor.name() + "/nope"), vendor);
        assertNamed(account.request().get(create), vendor);
        assertNamed(given().post(create), vendor);
        assertNamed(account.request().options(create), vendor);
        assertNamed(account.request().body("x".repeat(2 << 20)).post(create), vendor);
        assertNamed(given().header("Host", vendor.host()).get("/nope"), vendor);
        for (String fault : new String[] {"error\":\"internal_error\"", "gateway\":true", "malformed\":true"}) {
            account.control("POST", "/faults", "{\"rules\":[{\"then\":{\"" + fault + "}}]}");
            assertNamed(
                    account.request()
                            .contentType("application/json")
                            .body(vendor.bodyTemplate().formatted("p"))
                            .post(create),
                    vendor);
        }
    }

    @Test
    void unreadableRequestIsAnsweredByItsDialect() throws IOException {
        assertThat(raw("GET /reapi/%zz HTTP/1.1").header("Darkroom-Dialect")).isEqualTo("reapi");
        assertThat(raw("GET /%zz HTTP/1.1\r\nAuthorization: Bearer rk_live_x").header("Darkroom-Dialect"))
                .isEqualTo("reapi");
        assertThat(raw("GET /v1/credits HTTP/1.7").header("Darkroom-Dialect")).isEqualTo("aivideoapi");
    }

    @Test
    void journalKeepsAcceptHeader() {
        AiVideoApiClient client = new AiVideoApiClient();
        client.request()
                .header("Accept", "text/event-stream")
                .get("/v1/credits")
                .then()
                .statusCode(200);
        client.request()
                .header("Accept", "image/webp")
                .get("/aivideoapi/v1/credits")
                .then()
                .statusCode(200);

        JsonPath journal = client.control("GET", "/journal", "");
        assertThat(journal.getString("exchanges[0].request.headers.Accept")).isEqualTo("text/event-stream");
        assertThat(journal.getString("exchanges[1].request.headers.Accept")).isEqualTo("image/webp");
    }

    private static void assertNamed(Response response, VendorClient vendor) {
        assertThat(response.headers().getValues("Darkroom-Dialect")).containsExactly(vendor.name());
    }

    private static SandboxClient client(String keyPrefix) {
        return new SandboxClient(keyPrefix + "paths-" + UUID.randomUUID());
    }

    private static RawResponse raw(String head) throws IOException {
        return RawResponse.to(
                head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                TestServer.current().connect());
    }
}

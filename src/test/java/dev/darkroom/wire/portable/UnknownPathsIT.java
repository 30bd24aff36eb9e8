package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.SandboxClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors outside the operations of an API: unknown paths, wrong methods, large bodies. */
@WireTest
class UnknownPathsIT {

    private static final int BODY_LIMIT = 1 << 20;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aivideoapi | api.aivideoapi.ai | POST | /v1/videos/generations       | video tasks",
                "aivideoapi | api.aivideoapi.ai | POST | /v1/video/generations        | video tasks",
                "aivideoapi | api.aivideoapi.ai | GET  | /v1/tasks                    | task lists and logs",
                "aivideoapi | api.aivideoapi.ai | GET  | /v1/task-logs                | task lists and logs",
                "aivideoapi | api.aivideoapi.ai | GET  | /v1/tasks/logs               | task lists and logs",
                "aivideoapi | api.aivideoapi.ai | GET  | /v1/catalog                  | the catalogue of models",
                "aivideoapi | api.aivideoapi.ai | GET  | /v1/webhooks                 | the management of webhooks",
                "aivideoapi | api.aivideoapi.ai | GET  | /v1/logs/x                   | task lists and logs",
                "aivideoapi | api.aivideoapi.ai | POST | /v1/music/generations        | music tasks",
                "reapi      | reapi.ai          | POST | /api/v1/videos/generations   | video tasks",
                "reapi      | reapi.ai          | POST | /api/v1/audio/generations    | audio tasks",
                "reapi      | reapi.ai          | GET  | /api/v1/models               | the catalogue of models",
                "aigenerate | aimarcusimage.eu  | GET  | /api/v1/veo/record-info      | video tasks",
                "aigenerate | aimarcusimage.eu  | POST | /api/v1/chat/completions     | chats",
                "aigenerate | aimarcusimage.eu  | POST | /api/v1/gpt4o-image/generate | other image models",
                "getimg     | api.getimg.ai     | POST | /v2/videos/generations       | video generations",
                "getimg     | api.getimg.ai     | GET  | /v2/videos/generations/x     | video generations",
            })
    @Documented(
            value = "seeds/000: video workflows, task logs, and operational model catalog",
            rule = "videos, the catalogue and task logs are not faked",
            negativeTest = "AllRoutesIT.urlsUseTheRouteOfTheRequest",
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "reapi",
            value = "providers/reapi.md §1: videos and audio",
            rule = "videos and audio are not faked",
            negativeTest = "AllRoutesIT.urlsUseTheRouteOfTheRequest",
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "aigenerate",
            value = "seeds/003: 288 models",
            rule = "other kinds of models are not faked",
            negativeTest = "AllRoutesIT.urlsUseTheRouteOfTheRequest",
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "getimg",
            value = "providers/getimg.md §1: videos",
            rule = "videos are not faked",
            negativeTest = "AllRoutesIT.urlsUseTheRouteOfTheRequest",
            certainty = Certainty.SCOPE)
    void errorForUnsupportedAreaListsOperations(String name, String host, String method, String path, String area) {
        SandboxClient account = vendor(name).account();
        Response[] refused = {
            account.request().header("Host", host).request(method, path),
            account.request().request(method, "/" + name + path),
            account.request().request(method, path),
        };

        for (int i = 0; i < refused.length; i++) {
            String prefix = i == 1 ? "/" + name : "";
            assertThat(refused[i].statusCode()).isEqualTo(404);
            assertThat(refused[i].header("Darkroom-Dialect")).isEqualTo(name);
            assertThat(text(refused[i]))
                    .startsWith("Darkroom does not fake " + area + " of " + name + ". It fakes ")
                    .contains("POST " + prefix + vendor(name).createPath());
        }
    }

    /** A similar operation does not help a client that wants videos. */
    @Test
    void warningAboutUnsupportedAreaSuggestsNoOtherOperation() {
        SandboxClient account = vendor("aivideoapi").account();

        assertThat(account.request().post("/v1/videos/generations").header("Darkroom-Warning"))
                .isEqualTo("`/v1/videos/generations` is for video tasks of aivideoapi, which Darkroom does not fake");
        assertThat(account.request().get("/v1/task-logs").header("Darkroom-Warning"))
                .isEqualTo("`/v1/task-logs` is for task lists and logs of aivideoapi, which Darkroom does not fake");
        assertThat(account.request().get("/aivideoapi/v1/tasks").header("Darkroom-Warning"))
                .isEqualTo("`/aivideoapi/v1/tasks` is for task lists and logs of aivideoapi, which Darkroom does not"
                        + " fake; did you mean `/aivideoapi/v1/tasks/{id}`?");
    }

    @Test
    void warningSuggestsPathWithSameWordAndMethod() {
        assertThat(vendor("aivideoapi")
                        .account()
                        .request()
                        .post("/aivideoapi/v1/images/edits")
                        .header("Darkroom-Warning"))
                .endsWith("did you mean `/aivideoapi/v1/images/generations`?");
    }

    /** Other vendors have these paths at the root, so only the host or the prefix tells whose they are. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/images/generations", "/v1/images/generations"})
    void openAiPathOfAggregatorIsRefusedWithWhatIsFaked(String path) {
        SandboxClient account = vendor("aigenerate").account();
        Response[] refused = {
            account.request().header("Host", "aimarcusimage.eu").post(path),
            account.request().post("/aigenerate" + path),
        };

        for (Response response : refused) {
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(text(response))
                    .startsWith("Darkroom does not fake OpenAI-compatible image requests of aigenerate. It fakes ");
        }
    }

    /** Without a key that names the vendor, the only vendor with such an area responds. */
    @Test
    void unsupportedAreaDecidesWhichVendorResponds() {
        given().header("Authorization", "Bearer unknown-" + UUID.randomUUID())
                .post("/api/v1/audio/generations")
                .then()
                .header("Darkroom-Dialect", "reapi");
        String key = "Bearer sk-" + UUID.randomUUID();
        assertThat(text(given().header("Authorization", key).post("/v2/videos/generations")))
                .startsWith("Darkroom does not fake video generations of getimg.");
    }

    @ParameterizedTest
    @MethodSource("dev.darkroom.wire.portable.Vendors#all")
    @Documented(
            value = "providers/aivideoapi.md §1: none documented",
            rule = "an unknown path gets 404 in the vendor's envelope",
            negativeTest = "wrongMethodGets405",
            certainty = Certainty.INFERRED,
            witness = "openai-python 3.22.1")
    @Documented(
            dialect = "reapi",
            value = "providers/reapi.md §7: no code for it",
            rule = "an unknown path gets 404 in the vendor's envelope",
            negativeTest = "wrongMethodGets405",
            certainty = Certainty.INFERRED,
            witness = "openai-python 3.22.1")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §5: the envelope of all errors",
            rule = "an unknown path gets 404 in the vendor's envelope",
            negativeTest = "wrongMethodGets405",
            certainty = Certainty.INFERRED,
            witness = "openai-python 3.22.1")
    @Documented(
            dialect = "getimg",
            value = "providers/getimg.md §5: the envelope of all errors",
            rule = "an unknown path gets 404 in the vendor's envelope",
            negativeTest = "wrongMethodGets405",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    void errorForUnknownPathListsOperations(VendorClient vendor) {
        Response refused = vendor.account().request().get("/" + vendor.name() + "/no/such/path");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(text(refused))
                .startsWith("There is nothing at this path. Of " + vendor.name() + ", Darkroom fakes ")
                .contains("POST /" + vendor.name() + vendor.createPath())
                .doesNotContain("OPTIONS", "HEAD");
    }

    @ParameterizedTest
    @CsvSource({
        "aivideoapi, invalid_request",
        "reapi, 40002",
        "aigenerate, 405",
        "getimg, invalid_parameter",
    })
    @Documented(
            value = "providers/aivideoapi.md §8: no row for it",
            rule = "a wrong method gets 405 with Allow; its code is the closest of the table",
            negativeTest = "errorForUnknownPathListsOperations",
            certainty = Certainty.INFERRED)
    @Documented(
            dialect = "reapi",
            value = "providers/reapi.md §7: no row for it",
            rule = "a wrong method gets 405 with Allow; its code is that of an unknown endpoint",
            negativeTest = "errorForUnknownPathListsOperations",
            certainty = Certainty.INFERRED)
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §5: no row for it",
            rule = "a wrong method gets 405 with Allow; its code is the status",
            negativeTest = "errorForUnknownPathListsOperations",
            certainty = Certainty.INFERRED)
    @Documented(
            dialect = "getimg",
            value = "providers/getimg.md §5: no row for it",
            rule = "a wrong method gets 405 with Allow; its code is the closest of the table",
            negativeTest = "errorForUnknownPathListsOperations",
            certainty = Certainty.INFERRED)
    void wrongMethodGets405(String name, String code) {
        VendorClient vendor = vendor(name);
        Response refused = vendor.account().request().delete("/" + name + vendor.createPath());

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(text(refused)).isEqualTo("This path does not support this method.");
        assertThat(code(refused)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "aivideoapi, invalid_request",
        "reapi, 20001",
        "aigenerate, 413",
        "getimg, invalid_parameter",
    })
    @Documented(
            value = "no page limits the size of a request",
            rule = "a body above darkroom.limits.body, 1 MiB unless it is set, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "reapi",
            value = "no page limits the size of a request",
            rule = "a body above darkroom.limits.body, 1 MiB unless it is set, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "aigenerate",
            value = "no page limits the size of a request",
            rule = "a body above darkroom.limits.body, 1 MiB unless it is set, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "getimg",
            value = "the SDK of the vendor allows 25 MiB",
            rule = "a body above darkroom.limits.body, 1 MiB unless it is set, gets 413 in the vendor's envelope",
            negativeTest = Documented.SAME,
            certainty = Certainty.SCOPE)
    void largeBodyGets413(String name, String code) {
        VendorClient vendor = vendor(name);
        Response refused = createWithBody(vendor, BODY_LIMIT + 1);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(text(refused)).contains("limit of darkroom.limits.body");
        assertThat(code(refused)).isEqualTo(code);
        assertThat(createWithBody(vendor, BODY_LIMIT).statusCode()).isIn(400, 422);
        assertThat(vendor.account().control("GET", "/tasks", "").getList("tasks"))
                .isEmpty();
    }

    private static Response createWithBody(VendorClient vendor, int bytes) {
        return vendor.account()
                .request()
                .contentType("application/json")
                .body("{\"x\":\"" + "x".repeat(bytes - 8) + "\"}")
                .post("/" + vendor.name() + vendor.createPath());
    }

    private static String text(Response refused) {
        String message = refused.jsonPath().getString("error.message");
        return message == null ? refused.jsonPath().getString("msg") : message;
    }

    private static String code(Response refused) {
        String code = refused.jsonPath().getString("error.code");
        return code == null ? refused.jsonPath().getString("code") : code;
    }

    private static VendorClient vendor(String name) {
        return Vendors.all()
                .filter(vendor -> vendor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

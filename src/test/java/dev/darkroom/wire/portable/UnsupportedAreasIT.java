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
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of the vendors' APIs that Darkroom does not have. */
@WireTest
class UnsupportedAreasIT {

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
                "openai     | api.openai.com    | POST | /v1/chat/completions         | chat completions",
                "openai     | api.openai.com    | POST | /v1/images/variations        | image variations",
                "openai     | api.openai.com    | GET  | /v1/files/x                  | files and uploads",
                "openai     | api.openai.com    | POST | /v1/batches                  | batches",
                "azure      | x.openai.azure.com | POST | /openai/v1/chat/completions | chat completions",
                "azure      | x.openai.azure.com | POST | /openai/v1/responses        | the Responses API",
                "azure      | x.openai.azure.com | GET  | /openai/v1/models           | models",
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
    @Documented(
            dialect = "openai",
            value = "providers/openai.md §1: endpoints",
            rule = "chats, variations, files and batches are not faked",
            negativeTest = "AllRoutesIT.urlsUseTheRouteOfTheRequest",
            certainty = Certainty.SCOPE)
    @Documented(
            dialect = "azure",
            value = "providers/azure.md §1 has only the paths of images",
            rule = "chats, responses and models are not faked",
            negativeTest = "AllRoutesIT.urlsUseTheRouteOfTheRequest",
            certainty = Certainty.SCOPE)
    void errorForUnsupportedAreaListsOperations(String name, String host, String method, String path, String area) {
        VendorClient vendor = Vendors.named(name);
        SandboxClient account = vendor.account();
        Response[] refused = {
            account.request().header("Host", host).request(method, path),
            account.request().request(method, "/" + name + path),
            account.request().request(method, path),
        };

        for (int i = 0; i < refused.length; i++) {
            String prefix = i == 1 ? "/" + name : "";
            assertThat(refused[i].statusCode()).isEqualTo(404);
            assertThat(refused[i].header("Darkroom-Dialect")).isEqualTo(name);
            assertThat(refused[i].header("Darkroom-Warning"))
                    .startsWith("`" + prefix + path + "` is for " + area + " of " + name
                            + ", which Darkroom does not fake");
            String text = VendorClient.errorText(refused[i]);
            vendor.unknownPathText().ifPresentOrElse(own -> assertThat(text).isEqualTo(own), () -> assertThat(text)
                    .startsWith("Darkroom does not fake " + area + " of " + name + ". It fakes ")
                    .contains("POST " + prefix + vendor.createPath()));
        }
    }

    /** A similar operation does not help a client that wants videos. */
    @Test
    void warningAboutUnsupportedAreaSuggestsNoOtherOperation() {
        SandboxClient account = Vendors.named("aivideoapi").account();

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
        assertThat(Vendors.named("aivideoapi")
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
        SandboxClient account = Vendors.named("aigenerate").account();
        Response[] refused = {
            account.request().header("Host", "aimarcusimage.eu").post(path),
            account.request().post("/aigenerate" + path),
        };

        for (Response response : refused) {
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(VendorClient.errorText(response))
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
        assertThat(VendorClient.errorText(given().header("Authorization", key).post("/v2/videos/generations")))
                .startsWith("Darkroom does not fake video generations of getimg.");
    }
}

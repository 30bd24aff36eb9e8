package dev.darkroom.packaged;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server with wrong settings does not start, and says why in one line. */
class SettingsIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DARKROOM_DIALECT; nope; darkroom.dialect=nope must be one of [aigenerate, aivideoapi, getimg, reapi]",
                "DARKROOM_PUBLIC_URL; localhost:8080; darkroom.public-url=localhost:8080 must be an http or https URL",
                "DARKROOM_SANDBOX_CREDITS; 1.23456; darkroom.sandbox.credits=1.23456 must be a number from 0 to 1000000000 with at most three decimals",
                "DARKROOM_LIFECYCLE_PENDING; -1s; darkroom.lifecycle.pending=PT-1S must be a duration, or both min and max",
                "DARKROOM_LIFECYCLE_PENDING_MIN; 1s; darkroom.lifecycle.pending must be a duration, or both min and max",
                "DARKROOM_SANDBOX_PROGRESSION; often; darkroom.sandbox.progression=often must be timed, instant, held or polls:n",
                "DARKROOM_CALLBACK_ALLOW; example.com; darkroom.callback.allow=example.com must be an IPv4 or IPv6 address",
                "DARKROOM_CALLBACK_SCHEDULE; 10m,3m; darkroom.callback.schedule=[PT10M, PT3M] must be in rising order",
                "DARKROOM_CALLBACK_CONNECTIONS; 0; darkroom.callback.connections=0 must be at least 1",
                "DARKROOM_CALLBACK_TIMEOUT; 30d; darkroom.callback.timeout=PT720H must be from 1ms to 1h",
                "DARKROOM_CONTROL_INBOX; 0; darkroom.control.inbox=0 must be at least 1",
                "DARKROOM_LIMITS_TASKS; 0; darkroom.limits.tasks=0 must be at least 1",
                "DARKROOM_TRUSTED_PROXIES; 10.0.0.0/33; darkroom.trusted-proxies=10.0.0.0/33 must be an IPv4 or IPv6 address",
                "DARKROOM_SANDBOX_ALLOWED_IPS; 10.0.0.1,me; darkroom.sandbox.allowed-ips=me must be an IPv4 or IPv6 address",
                "DARKROOM_SANDBOX_SPEND_LIMITS_DAILY; -1; darkroom.sandbox.spend-limits.daily=-1 must be a number from 0",
                "DARKROOM_SANDBOX_INACTIVE_MODELS; dall-e-3; darkroom.sandbox.inactive-models=dall-e-3 must be one of [gpt-image-2",
                "DARKROOM_AIVIDEOAPI_CHECKS; key,ip; darkroom.aivideoapi.checks=[KEY, IP] must be key, then ip, rate, fault, body and model in any order, then spend and balance in either order",
                "DARKROOM_AIVIDEOAPI_URL_EXPIRY; -1s; darkroom.aivideoapi.url-expiry=PT-1S must be from 0s to 3650d",
                "DARKROOM_AIVIDEOAPI_POLL_INTERVAL; -1s; darkroom.aivideoapi.poll-interval=PT-1S must be from 0s to 3650d",
                "DARKROOM_AIVIDEOAPI_AUTO_RATIO_OF_EDITS; auto; darkroom.aivideoapi.auto-ratio-of-edits=auto must be one of 1:1, 5:4",
                "DARKROOM_GETIMG_CHECKS; key,ip; darkroom.getimg.checks=[KEY, IP] must be key, then ip, rate, fault, body and model in any order, then spend and balance in either order",
                "DARKROOM_GETIMG_URL_EXPIRY; -1s; darkroom.getimg.url-expiry=PT-1S must be from 0s to 3650d",
                "DARKROOM_GETIMG_BALANCE; -1; darkroom.getimg.balance=-1 must be a number from 0 to 1000000000 with at most three decimals",
                "DARKROOM_GETIMG_REQUESTS_PER_MINUTE; 0; darkroom.getimg.requests-per-minute=0 must be from 1 to 100000",
                "DARKROOM_GETIMG_CONCURRENCY; 0; darkroom.getimg.concurrency=0 must be at least 1",
                "DARKROOM_GETIMG_STRICT; maybe; darkroom.getimg.strict=maybe must be true or false",
                "DARKROOM_REAPI_CODES; 30001=7; darkroom.reapi.codes=[30001=7] must be pairs such as 30001=30010",
                "DARKROOM_REAPI_CODES; 10001=10010; darkroom.reapi.codes=[10001=10010] must be pairs such as 30001=30010",
                "DARKROOM_REAPI_CODES; 30001=10001; darkroom.reapi.codes=[30001=10001] must be pairs such as 30001=30010",
                "DARKROOM_REAPI_CHECKS; key,ip; darkroom.reapi.checks=[KEY, IP] must be key, then ip, rate, fault, body and model",
                "DARKROOM_REAPI_URL_EXPIRY; -1s; darkroom.reapi.url-expiry=PT-1S must be from 0s to 3650d",
                "DARKROOM_REAPI_POLL_INTERVAL; -1s; darkroom.reapi.poll-interval=PT-1S must be from 0s to 3650d",
                "DARKROOM_REAPI_STRICT; maybe; darkroom.reapi.strict=maybe must be true or false",
                "DARKROOM_AIGENERATE_CHECKS; key,ip; darkroom.aigenerate.checks=[KEY, IP] must be key, then ip",
                "DARKROOM_AIGENERATE_URL_EXPIRY; -1s; darkroom.aigenerate.url-expiry=PT-1S must be from 0s to 3650d",
                "DARKROOM_AIGENERATE_POLL_INTERVAL; -1s; darkroom.aigenerate.poll-interval=PT-1S must be from 0s to 3650d",
                "DARKROOM_AIGENERATE_ALIASES; gpt-image-2; darkroom.aigenerate.aliases=gpt-image-2 must be names that end with -text-to-image or -image-to-image",
                "DARKROOM_AIGENERATE_ALWAYS_200; maybe; darkroom.aigenerate.always-200=maybe must be true or false",
                "DARKROOM_REFERENCES_FETCH; maybe; darkroom.references.fetch=maybe must be true or false",
                "DARKROOM_REFERENCES_TIMEOUT; 0s; darkroom.references.timeout=PT0S must be from 1ms to 1h",
                "DARKROOM_REFERENCES_ALLOW; example.com; darkroom.references.allow=example.com must be an IPv4 or IPv6 address",
                "DARKROOM_WEATHER; hail; darkroom.weather=hail must be one of [clear, drizzle, rate-limited, slow-lane, storm, outage, callback-hell]",
                "DARKROOM_FAULTS; nowhere.yaml; darkroom.faults=nowhere.yaml: 'faults' is invalid. There is no such file",
                "DARKROOM_FAULTS; pom.xml; darkroom.faults=pom.xml: 'rules' is invalid. The file",
                "DARKROOM_LIMITS_JOURNAL; -1; darkroom.limits.journal=-1 must be at least 0",
                "DARKROOM_SEED; abc; darkroom.seed=abc must be a whole number of 64 bits",
                "DARKROOM_SANDBOX_RATE_LIMIT_REQUESTS; 5; darkroom.sandbox.rate-limit needs both requests and window",
                "DARKROOM_KEYS; list; darkroom.keys=list must be open or listed",
                "DARKROOM_SANDBOX_KEY_STATUS; off; darkroom.sandbox.key-status"
            })
    void saysWhatIsWrong(String variable, String value, String complaint) throws IOException, InterruptedException {
        Process server = PackagedServer.start(variable, value);
        String log = new String(server.getInputStream().readAllBytes(), UTF_8);

        assertThat(log).contains(complaint).doesNotContain("Listening on", "\tat ");
        assertThat(server.waitFor()).isNotZero();
    }

    @ParameterizedTest
    @CsvSource({
        "DARKROOM_LIFECYCLE_PROCESING, darkroom.lifecycle.processing",
        "DARKROOM_SANDBOX_PENDING, darkroom.lifecycle.pending"
    })
    void warnsOfASettingThatDoesNotExist(String variable, String meant) throws IOException {
        Process server = PackagedServer.start(variable, "30s");
        String log = PackagedServer.logUntilUp(server);
        server.destroy();

        assertThat(log).contains("is not a setting; did you mean " + meant + "?");
    }

    @Test
    void theReadmesExampleOfSeededSandboxesIsRead(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("config"));
        Files.writeString(folder.resolve("config/application.yaml"), example("darkroom:"));
        Process server = PackagedServer.start(folder, Map.of());
        try {
            String log = PackagedServer.logUntilUp(server);
            assertThat(log).doesNotContain("is not a setting");
            String base = PackagedServer.url(log);
            given().header("Authorization", "Bearer sk-team-a")
                    .get(base + "/_darkroom/sandbox")
                    .then()
                    .body("credits", equalTo(500))
                    .body("rate_limit.requests", equalTo(20));
            given().header("Authorization", "Bearer sk-team-b")
                    .get(base + "/v1/credits")
                    .then()
                    .statusCode(403);
            given().header("Authorization", "Bearer sk-team-c")
                    .get(base + "/v1/credits")
                    .then()
                    .statusCode(401);
        } finally {
            server.destroy();
        }
    }

    @Test
    void rulesInAFileAreInForceFromTheStartAndToldOf(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("chaos.yaml"), example("rules:"));
        Files.createDirectory(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/application.yaml"),
                "darkroom: {sandboxes: {sk-fair: {weather: clear}, sk-wet-team: {weather: drizzle}}}");
        Process server =
                PackagedServer.start(folder, Map.of("DARKROOM_FAULTS", "chaos.yaml", "DARKROOM_WEATHER", "storm"));
        try {
            String log = PackagedServer.logUntilUp(server);
            assertThat(log)
                    .doesNotContain("is not a setting")
                    .contains("Faults are planted in every new sandbox (storm): lost-answer, night, storm-lost-answer,")
                    .contains(
                            "Faults are planted in sk-we…am (drizzle): drizzle-upstream, drizzle-late, drizzle-fail;");
            String base = PackagedServer.url(log);
            assertThat(rules(base, "sk-any")).startsWith("lost-answer", "night", "storm-lost-answer");
            assertThat(rules(base, "sk-fair")).isEmpty();
            assertThat(rules(base, "sk-wet-team")).hasSize(3);
        } finally {
            server.destroy();
        }
    }

    /** The README's YAML that begins like this. */
    private static String example(String start) throws IOException {
        Matcher example = Pattern.compile("```yaml\n(" + start + ".*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();
        return example.group(1);
    }

    private static List<String> rules(String base, String key) {
        return given().header("Authorization", "Bearer " + key)
                .get(base + "/_darkroom/faults")
                .jsonPath()
                .getList("rules.name");
    }

    @Test
    void aKeyInQuotesIsASettingLikeAnyOther() throws IOException {
        Process server = PackagedServer.start(
                Path.of(""),
                Map.of("JAVA_TOOL_OPTIONS", "-Ddarkroom.keys=listed '-Ddarkroom.sandboxes.\"sk-team-a\".credits=500'"));
        String log = PackagedServer.logUntilUp(server);
        server.destroy();

        assertThat(log).contains("Listening on").doesNotContain("is not a setting");
    }
}

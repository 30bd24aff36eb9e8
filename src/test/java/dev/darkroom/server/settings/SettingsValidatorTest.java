package dev.darkroom.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code SettingsIT} tests the startup of a whole server. */
class SettingsValidatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DARKROOM_DIALECT; nope; darkroom.dialect=nope must be one of [aigenerate, aivideoapi, azure, getimg, openai, reapi]",
                "DARKROOM_PUBLIC_URL; localhost:8080; darkroom.public-url=localhost:8080 must be an http or https URL",
                "DARKROOM_SANDBOX_CREDITS; 1.23456; darkroom.sandbox.credits=1.23456 must be a number from 0 to 1000000000 with at most three decimals",
                "DARKROOM_LIFECYCLE_PENDING; -1s; darkroom.lifecycle.pending=PT-1S must be a duration, or both min and max",
                "DARKROOM_LIFECYCLE_PENDING_MIN; 1s; darkroom.lifecycle.pending must be a duration, or both min and max",
                "DARKROOM_SANDBOX_PROGRESSION; often; darkroom.sandbox.progression=often must be timed, instant, held or polls:n",
                "DARKROOM_CALLBACK_ALLOW; example.com; darkroom.callback.allow=example.com must be an IPv4 or IPv6 address",
                "DARKROOM_CALLBACK_SCHEDULE; 10m,3m; darkroom.callback.schedule=[PT10M, PT3M] must be in ascending order",
                "DARKROOM_CALLBACK_CONNECTIONS; 0; darkroom.callback.connections=0 must be at least 1",
                "DARKROOM_CALLBACK_TIMEOUT; 30d; darkroom.callback.timeout=PT720H must be from 1ms to 1h",
                "DARKROOM_CALLBACK_TRUST; nowhere.pem; darkroom.callback.trust=nowhere.pem must be all or the path of a PEM file with certificates: the file does not exist",
                "DARKROOM_CALLBACK_TRUST; src; darkroom.callback.trust=src must be all or the path of a PEM file with certificates: the file cannot be read",
                "DARKROOM_CALLBACK_TRUST; pom.xml; darkroom.callback.trust=pom.xml must be all or the path of a PEM file with certificates: the file has no certificate in PEM format",
                "DARKROOM_CONTROL_INBOX; 0; darkroom.control.inbox=0 must be at least 1",
                "DARKROOM_LIMITS_TASKS; 0; darkroom.limits.tasks=0 must be at least 1",
                "DARKROOM_TRUSTED_PROXIES; 10.0.0.0/33; darkroom.trusted-proxies=10.0.0.0/33 must be an IPv4 or IPv6 address",
                "DARKROOM_SANDBOX_ALLOWED_IPS; 10.0.0.1,me; darkroom.sandbox.allowed-ips=me must be an IPv4 or IPv6 address",
                "DARKROOM_SANDBOX_SPEND_LIMITS_DAILY; -1; darkroom.sandbox.spend-limits.daily=-1 must be a number from 0",
                "DARKROOM_SANDBOX_INACTIVE_MODELS; dall-e-3; darkroom.sandbox.inactive-models=dall-e-3 must be one of [chatgpt-image-latest, gpt-image-1-mini",
                "DARKROOM_AIVIDEOAPI_CHECKS; key,ip; darkroom.aivideoapi.checks=[KEY, IP] must be key, then ip, rate, fault, body and model in any order, then spend and balance in either order",
                "DARKROOM_AIVIDEOAPI_URL_EXPIRY; -1s; darkroom.aivideoapi.url-expiry=PT-1S must be from 0s to 3650d",
                "DARKROOM_AIVIDEOAPI_POLL_INTERVAL; -1s; darkroom.aivideoapi.poll-interval=PT-1S must be from 0s to 3650d",
                "DARKROOM_AIVIDEOAPI_AUTO_RATIO_OF_EDITS; auto; darkroom.aivideoapi.auto-ratio-of-edits=auto must be one of 1:1, 5:4",
                "DARKROOM_GETIMG_CHECKS; key,ip; darkroom.getimg.checks=[KEY, IP] must be key, then ip, rate, fault, body and model in any order, then spend and balance in either order",
                "DARKROOM_GETIMG_URL_EXPIRY; -1s; darkroom.getimg.url-expiry=PT-1S must be from 0s to 3650d",
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
                "DARKROOM_FAULTS; nowhere.yaml; darkroom.faults=nowhere.yaml: 'faults' is invalid. The file does not exist",
                "DARKROOM_FAULTS; pom.xml; darkroom.faults=pom.xml: 'rules' is invalid. The file",
                "DARKROOM_LIMITS_JOURNAL; -1; darkroom.limits.journal=-1 must be at least 0",
                "DARKROOM_LIMITS_BODY_TIMEOUT; 0s; darkroom.limits.body-timeout=PT0S must be from 1ms to 1h",
                "DARKROOM_LIMITS_BODY_TIMEOUT; -5s; darkroom.limits.body-timeout=PT-5S must be from 1ms to 1h",
                "DARKROOM_LIMITS_BODY_TIMEOUT; 2h; darkroom.limits.body-timeout=PT2H must be from 1ms to 1h",
                "DARKROOM_TLS_PORT; 70000; darkroom.tls.port=70000 must be from 0 to 65535",
                "DARKROOM_TLS_NAMES; http://x; darkroom.tls.names=http://x must be a host name, such as darkroom.test",
                "DARKROOM_TLS_CERTIFICATE; none.pem; darkroom.tls.certificate=none.pem must be set together with darkroom.tls.key",
                "DARKROOM_TLS_KEY; none.pem; darkroom.tls.key=none.pem must be a PEM file that Darkroom can read",
                "DARKROOM_TLS; maybe; darkroom.tls=maybe must be true or false",
                "DARKROOM_PROXY; open; darkroom.proxy=open must be vendors, tunnel or off",
                "DARKROOM_CORS; localhost; darkroom.cors=localhost must be *, off, or origins such as http://localhost:3000",
                "DARKROOM_LIMITS_BODY; 1; darkroom.limits.body=1 must be from 1K to 64M",
                "DARKROOM_CONTROL_HOSTS; http://darkroom.test; darkroom.control.hosts=http://darkroom.test must be a host name, such as darkroom.test or *.example.test",
                "DARKROOM_CONTROL_HOSTS; *; darkroom.control.hosts=* must be a host name",
                "DARKROOM_CONTROL_HOSTS; good.test,*.*.test; darkroom.control.hosts=*.*.test must be a host name",
                "QUARKUS_HTTP_PORT; 65536; quarkus.http.port=65536 must be from 0 to 65535",
                "DARKROOM_PORT_FILE; no-folder/ports; darkroom.port-file=no-folder/ports must be the path of a file in a folder that can be written to",
                "DARKROOM_PORT_FILE; src; darkroom.port-file=src must be the path of a file",
                "DARKROOM_PARENT; shell; darkroom.parent=shell must be stdin or the id of another process that runs",
                "DARKROOM_PARENT; 999999999999; darkroom.parent=999999999999 must be stdin or the id",
                "DARKROOM_LOG_REQUESTS; loud; darkroom.log.requests=loud must be off, warn, info or debug",
                "DARKROOM_SEED; abc; darkroom.seed=abc must be a whole number of 64 bits",
                "DARKROOM_SANDBOX_RATE_LIMIT_REQUESTS; 5; darkroom.sandbox.rate-limit needs both requests and window",
                "DARKROOM_KEYS; list; darkroom.keys=list must be open or listed",
                "DARKROOM_SANDBOX_KEY_STATUS; off; darkroom.sandbox.key-status"
            })
    void rejectsInvalidValue(String variable, String value, String error) {
        assertThatThrownBy(() -> validate(Map.of(variable, value))).hasMessageContaining(error);
    }

    @Test
    void acceptsTheDefaults() {
        validate(Map.of());
    }

    @Test
    void reportsAllErrorsInOneLine() {
        assertThatThrownBy(() -> validate(Map.of(
                        "DARKROOM_SEED", "abc", "DARKROOM_LIMITS_TASKS", "0", "DARKROOM_GETIMG_STRICT", "maybe")))
                .hasMessage("darkroom.getimg.strict=maybe must be true or false;"
                        + " darkroom.seed=abc must be a whole number of 64 bits;"
                        + " darkroom.limits.tasks=0 must be at least 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"sk-team-a\".credits; -1; darkroom.sandboxes.\"sk-…\".credits=-1 must be a number from 0",
                "\"sk-team-a\".rate-limit.window; 1s; darkroom.sandboxes.\"sk-…\".rate-limit needs both",
                "\"sk-team-a\".weather; hail; darkroom.sandboxes.\"sk-…\".weather=hail must be one of",
                "\"sk-team-a\".pending; -1s; darkroom.sandboxes.\"sk-…\".pending=PT-1S must be a duration",
                "\"sk-team-a\".webhooks[0].url; x; darkroom.sandboxes.\"sk-…\".webhooks[0].url must be an http or https URL",
                "\"sk-team-a\".webhooks[0].secret; x; darkroom.sandboxes.\"sk-…\".webhooks[0].secret must be whsec_ and then",
                "\"sk-team-a\".webhooks[0].events; x.done; darkroom.sandboxes.\"sk-…\".webhooks[0].events=x.done must be one of",
                "\"team-a\".credits; 1; darkroom.sandboxes.\"tea…\" is an invalid key: The key does not start with",
                "\"a key\".credits; 1; darkroom.sandboxes.\"?\"=... must name a key of 1 to 256 visible ASCII"
            })
    void rejectsInvalidValueOfOneKey(String setting, String value, String error) {
        assertThatThrownBy(() -> validator(Map.of("darkroom.sandboxes." + setting, value))
                        .validate(new StartupEvent()))
                .hasMessageContaining(error);
    }

    @Test
    void warnsAboutUnknownSettingsOnly() {
        assertThat(validator(Map.of(
                                "darkroom.sandboxes.\"sk-team-a\".credits", "500",
                                "darkroom.sandboxes.\"sk-team-a\".processing.min", "1s",
                                "darkroom.sandboxes.\"sk-team-a\".webhooks[0].url", "http://localhost",
                                "darkroom.keys", "listed",
                                "darkroom.lifecycle.procesing", "30s"))
                        .warnings())
                .containsExactly(
                        "darkroom.lifecycle.procesing is not a setting; did you mean darkroom.lifecycle.processing?");
    }

    private static void validate(Map<String, String> environment) {
        new TestBeans(TestConfig.of(environment))
                .create(SettingsValidator.class)
                .validate(new StartupEvent());
    }

    private static SettingsValidator validator(Map<String, String> properties) {
        PropertiesConfigSource source = new PropertiesConfigSource(properties, "test", 400);
        return new TestBeans(TestConfig.of(source)).create(SettingsValidator.class);
    }
}

package dev.darkroom.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.control.ControlHosts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlHostsTest {

    private final ControlHosts hosts = of(Map.of(
            "DARKROOM_CONTROL_HOSTS", "Darkroom.Test:8080,*.Example.test.",
            "DARKROOM_PUBLIC_URL", "https://fakes.example.com/darkroom"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "localhost.",
                "app.localhost:8080",
                "127.0.0.1:8080",
                "192.168.1.20",
                "[::1]:8080",
                "darkroom:8080",
                "host.docker.internal:8080",
                "gateway.docker.internal",
                "api.aivideoapi.ai",
                "file.aivideoapi.ai",
                "cdn.reapi.ai:8443",
                "API.getimg.ai.",
                "api.openai.com",
                "my-resource.openai.azure.com",
                "darkroom.test",
                "DARKROOM.test.:1234",
                "a.example.test",
                "b.a.example.test:80",
                "fakes.example.com"
            })
    void allows(String host) {
        assertThat(hosts.isAllowed(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.example:80@localhost",
                "api.aivideoapi.ai.evil.example",
                "evil-api.aivideoapi.ai",
                "openai.azure.com.evil.example",
                "example.test",
                "badexample.test",
                "a.darkroom.test",
                "evil.docker.internal",
                "other.example.com",
                "0x7f000001",
                ""
            })
    void refuses(String host) {
        assertThat(hosts.isAllowed(host)).isFalse();
    }

    @Test
    void listsNothingByDefault() {
        ControlHosts defaults = of(Map.of());

        assertThat(defaults.isAllowed("localhost")).isTrue();
        assertThat(defaults.isAllowed("darkroom.test")).isFalse();
        assertThat(defaults.isAllowed("fakes.example.com")).isFalse();
    }

    private static ControlHosts of(Map<String, String> environment) {
        return new TestBeans(TestConfig.of(environment)).create(ControlHosts.class);
    }
}

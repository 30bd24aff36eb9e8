package dev.darkroom.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** BehindNginxIT checks that the compose file names every host of the vendors. */
class ComposeTest {

    private static final Path FOLDER = Path.of("docker");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^#   (.*)$");

    private final Map<String, Map<String, ?>> compose;
    private final Map<String, ?> darkroom;

    ComposeTest() throws IOException {
        this.compose = new Yaml().load(text());
        this.darkroom = object(compose.get("services").get("darkroom"));
    }

    @Test
    void buildsFromTheProjectsRoot() {
        Map<String, ?> build = object(darkroom.get("build"));
        Path context = FOLDER.resolve((String) build.get("context")).normalize();

        assertThat(context.resolve("pom.xml")).exists();
        assertThat(context.resolve((String) build.get("dockerfile"))).exists();
    }

    @Test
    void opensItsPortsToThisMachineOnly() {
        Map<String, ?> environment = object(darkroom.get("environment"));

        assertThat(darkroom.get("ports"))
                .isEqualTo(List.of(
                        "127.0.0.1:8080:" + environment.get("QUARKUS_HTTP_PORT"),
                        "127.0.0.1:8443:" + environment.get("DARKROOM_TLS_PORT")));
    }

    @Test
    void writesNothingButTheCertificates() {
        assertThat(darkroom.get("read_only")).isEqualTo(true);
        assertThat(darkroom.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(darkroom.get("volumes")).isEqualTo(List.of("certificates:/certificates"));
        assertThat(compose.get("volumes")).containsOnlyKeys("certificates");
        assertThat(compose.get("networks"))
                .containsOnlyKeys(object(darkroom.get("networks")).keySet().toArray(String[]::new));
    }

    /** The service in the comment, which starts when the certificate exists. */
    @Test
    void exampleUsesItsNetworkAndVolume() throws IOException {
        String example = EXAMPLE.matcher(text().substring(text().indexOf("#   services:")))
                .results()
                .map(line -> line.group(1) + "\n")
                .reduce("", String::concat);
        Map<String, Map<String, ?>> added = new Yaml().load(example);
        Map<String, ?> app = object(added.get("services").get("app"));

        assertThat(app.get("networks")).isEqualTo(List.of("darkroom"));
        assertThat(app.get("volumes")).isEqualTo(List.of("certificates:/certificates:ro"));
        assertThat(app.get("depends_on")).isEqualTo(Map.of("darkroom", Map.of("condition", "service_healthy")));
    }

    private static String text() throws IOException {
        return Files.readString(FOLDER.resolve("compose.yaml"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> object(Object value) {
        return (Map<String, ?>) value;
    }
}

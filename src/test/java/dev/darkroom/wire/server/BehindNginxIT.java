package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The examples for proxies and containers in {@code docker/}, without nginx and Docker. */
@WireTest
class BehindNginxIT {

    private static final Path EXAMPLES = Path.of("docker");
    private static final Pattern HEADER = Pattern.compile("proxy_set_header (\\S+) ([^;]+);");

    /** What nginx would set for a client that requests https://mock.example.test:8443/. */
    private static final Map<String, String> VARIABLES = Map.of(
            "$host", "mock.example.test",
            "$http_host", "mock.example.test:8443",
            "$scheme", "https",
            "$proxy_add_x_forwarded_for", "203.0.113.9");

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void urlsLeadBackToNginx() throws IOException {
        String task = client.createTask("\"prompt\":\"[[progression: instant]]\"");
        RequestSpecification request = client.request();
        headers().forEach(request::header);

        String url = request.get("/v1/tasks/" + task).path("output.urls[0]");

        assertThat(url).startsWith("https://mock.example.test:8443/images/");
        TestServer.given().get(URI.create(url).getPath()).then().statusCode(200);
    }

    @Test
    void composeFileNamesEveryHostOfVendors() throws IOException {
        Map<String, ?> compose = new Yaml().load(Files.readString(EXAMPLES.resolve("compose.yaml")));
        String text = compose.toString();

        assertThat(TestServer.given().get("/_darkroom").jsonPath().getList("dialects.hosts.flatten()", String.class))
                .filteredOn(host -> !host.startsWith("*"))
                .allSatisfy(host -> assertThat(text).contains(host));
        assertThat(text).as("an example of a wildcard").contains(".openai.azure.com");
        assertThat(text).contains("QUARKUS_HTTP_PORT=80", "DARKROOM_TLS_PORT=443", "8443:443");
    }

    private static Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        Matcher header = HEADER.matcher(Files.readString(EXAMPLES.resolve("nginx.conf")));
        while (header.find()) {
            headers.put(header.group(1), VARIABLES.get(header.group(2)));
        }
        assertThat(headers).doesNotContainValue(null).hasSize(VARIABLES.size());
        return headers;
    }
}

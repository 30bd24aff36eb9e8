package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.client.SandboxClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** {@code OPTIONS}, {@code Allow} and {@code HEAD} of every path in the contracts. */
@WireTest
class MethodsIT {

    /** The stream of events has no end, and other tests change the list of all sandboxes between two requests. */
    private static final Set<String> WITHOUT_FIXED_LENGTH = Set.of("/_darkroom/events", "/_darkroom/sandboxes");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Every path, with the methods that its contract documents, and a client of its vendor. */
    static Stream<Arguments> paths() {
        Stream<Arguments> vendors = Vendors.all()
                .map(VendorClient::name)
                .flatMap(name ->
                        paths("/" + name, name, () -> Vendors.named(name).account()));
        return Stream.concat(vendors, paths("/_darkroom", "control", AiVideoApiClient::new));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void optionsAndErrorsListTheSameMethods(String path, SortedSet<String> methods) {
        String expected = String.join(", ", methods);
        String unsupported = METHODS.stream()
                .filter(method -> !methods.contains(method))
                .findFirst()
                .orElseThrow();

        given().options(path).then().statusCode(200).header("Allow", expected).header("Content-Length", "0");
        given().request(unsupported, path).then().statusCode(405).header("Allow", expected);
        given().request("TRACE", path).then().statusCode(405).header("Allow", expected);
        if (!methods.contains("GET")) {
            given().head(path).then().statusCode(405).header("Allow", expected);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void headHasTheHeadersOfGet(String path, SortedSet<String> methods, SandboxClient client) {
        client.freeze();
        if (methods.contains("GET") && !WITHOUT_FIXED_LENGTH.contains(path)) {
            assertSameHead(
                    plain(client.request()).get(path), plain(client.request()).head(path));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.darkroom.wire.portable.Vendors#withUrls")
    void headOfImageHasTheHeadersOfGet(VendorClient vendor) {
        assertSameHeadOfImage(vendor);
    }

    static void assertSameHeadOfImage(VendorClient vendor) {
        vendor.account().changeSandbox("{\"progression\":\"instant\"}");
        URI image = URI.create(vendor.submit("p").imageUrl().orElseThrow());
        String path = image.getRawPath() + (image.getRawQuery() == null ? "" : "?" + image.getRawQuery());

        assertSameHead(
                plain(given()).urlEncodingEnabled(false).get(path),
                plain(given()).urlEncodingEnabled(false).head(path));
    }

    /** Every vendor with tasks to poll, and the path of a task. */
    static Stream<Arguments> polls() {
        Stream<Arguments> vendors = Vendors.all()
                .filter(PollingVendor.class::isInstance)
                .map(PollingVendor.class::cast)
                .map(vendor -> Arguments.of(vendor, vendor.taskPath()));
        VendorClient responses = OpenAiVendor.responses("sk-proj-portable-" + UUID.randomUUID());
        return Stream.concat(vendors, Stream.of(Arguments.of(responses, "/v1/responses/%s")));
    }

    @ParameterizedTest
    @MethodSource("polls")
    void headDoesNotCountAsPoll(VendorClient vendor, String path) {
        vendor.account().changeSandbox("{\"progression\":\"polls:1\"}");
        vendor.account()
                .request()
                .contentType("application/json")
                .body(vendor.bodyTemplate().formatted("p"))
                .post("/" + vendor.name() + vendor.createPath());
        String task = vendor.account().control("GET", "/tasks", "").getString("tasks[0].public_id");
        String poll = "/" + vendor.name() + path.formatted(task);
        for (int i = 0; i < 3; i++) {
            Response head = vendor.account().request().head(poll);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.asByteArray()).isEmpty();
        }

        assertThat(vendor.account().control("GET", "/tasks", "").getString("tasks[0].status"))
                .isEqualTo("pending");
        vendor.account().request().get(poll);
        assertThat(vendor.account().control("GET", "/tasks", "").getString("tasks[0].status"))
                .isEqualTo("processing");
    }

    @Test
    void emptyIdOfCallbackIsExplained() throws IOException {
        RawResponse refused = RawResponse.to(
                "POST /_darkroom/callbacks//redeliver HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                TestServer.current().connect());

        assertThat(refused.text()).startsWith("HTTP/1.1 405");
        assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(refused.body()).contains(" Did you mean `/_darkroom/callbacks/{id}/redeliver`?\"");
    }

    @Test
    void optionsOfUnknownPathAreNotFound() {
        given().options("/v1/nope").then().statusCode(404).header("Allow", (String) null);
        given().options("/_darkroom/nope").then().statusCode(404).header("Allow", (String) null);
    }

    /** The length of a compressed body differs from the length of what the client reads. */
    private static RequestSpecification plain(RequestSpecification request) {
        return request.config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "identity");
    }

    private static void assertSameHead(Response get, Response head) {
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.asByteArray()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(get.asByteArray().length));
        assertThat(head.contentType()).isEqualTo(get.contentType());
    }

    private static Stream<Arguments> paths(String prefix, String contract, Supplier<SandboxClient> client) {
        try (InputStream yaml = MethodsIT.class.getResourceAsStream("/contract/" + contract + ".yaml")) {
            Map<String, Map<String, Map<String, ?>>> document = new Yaml().load(yaml);
            return document.get("paths").entrySet().stream()
                    .map(path -> Arguments.of(
                            prefix + path.getKey().replaceAll("/$", "").replaceAll("\\{\\w+}", "x"),
                            methods(path.getValue().keySet()),
                            client.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedSet<String> methods(Set<String> keys) {
        SortedSet<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        keys.stream()
                .map(key -> key.toUpperCase(Locale.ROOT))
                .filter(METHODS::contains)
                .forEach(methods::add);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}

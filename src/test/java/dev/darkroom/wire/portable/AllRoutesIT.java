package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every vendor on one server, reached by each route. Every URL in a response uses the route of its request.
 * {@link RelayUrlsIT} does the same with the URLs of a relay.
 */
@WireTest
class AllRoutesIT {

    /** Placeholder for the URL of the test server, whose port is not known yet. */
    private static final String SERVER = "http://here";

    /** A vendor, a route to it, and the prefix of the URLs in its responses. */
    static Stream<Arguments> routes() {
        return Vendors.all().flatMap(AllRoutesIT::routes);
    }

    static Stream<Arguments> routes(VendorClient vendor) {
        String prefix = "/" + vendor.name();
        Map<String, String> host = Map.of("Host", vendor.host() + ":8080");
        Map<String, String> proxy = Map.of(
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "fakes.example.com",
                "X-Forwarded-Prefix",
                "/darkroom");
        Map<String, String> hostBehindProxy =
                Map.of("X-Forwarded-Host", vendor.host(), "X-Forwarded-Port", "8443", "X-Forwarded-Proto", "https");
        return Stream.of(
                Arguments.of(vendor, new Route("", Map.of()), SERVER + "/"),
                Arguments.of(vendor, new Route(prefix, Map.of()), SERVER + prefix + "/"),
                Arguments.of(vendor, new Route("", host), "http://" + vendor.imageHost() + ":8080/"),
                Arguments.of(vendor, new Route(prefix, host), "http://" + vendor.imageHost() + ":8080" + prefix + "/"),
                Arguments.of(vendor, new Route("", proxy), "https://fakes.example.com/darkroom/"),
                Arguments.of(vendor, new Route(prefix, proxy), "https://fakes.example.com/darkroom" + prefix + "/"),
                Arguments.of(vendor, new Route("", hostBehindProxy), "https://" + vendor.imageHost() + ":8443/"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void urlsUseTheRouteOfTheRequest(VendorClient vendor, Route route, String base) {
        assertUsesRoute(vendor, route, base);
    }

    static void assertUsesRoute(VendorClient vendor, Route route, String base) {
        vendor.account().changeSandbox("{\"progression\":\"instant\"}");
        VendorClient routed = vendor.withRoute(route);

        VendorClient.Submission submission = routed.submit("p");

        assertThat(submission.rejection()).isEmpty();
        assertThat(submission.imageUrl().isPresent()).isEqualTo(vendor.sendsUrls());
        assertThat(vendor.account().control("GET", "/tasks", "").getList("tasks.dialect"))
                .containsOnly(vendor.name());
        assertThat(routed.balance()).isPositive();
        submission.imageUrl().ifPresent(url -> assertUsesRoute(url, route, base));
    }

    private static void assertUsesRoute(String url, Route route, String base) {
        String expectedBase = base.replace(SERVER, TestServer.current().url());
        assertThat(url).startsWith(expectedBase);
        String pathAndQuery = url.substring(expectedBase.length() - 1);
        URI path = URI.create(route.headers().containsKey("X-Forwarded-Prefix") ? route.prefix() + pathAndQuery : url);
        given().headers(route.headers())
                .urlEncodingEnabled(false)
                .get(path.getRawPath() + (path.getRawQuery() == null ? "" : "?" + path.getRawQuery()))
                .then()
                .statusCode(200)
                .contentType(startsWith("image/"));
    }
}

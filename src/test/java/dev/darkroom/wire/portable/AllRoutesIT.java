package dev.darkroom.wire.portable;

import static dev.darkroom.wire.target.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.target.TestServer;
import dev.darkroom.wire.target.WireTest;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every seller at once, in each way that leads to it; and every URL that it prints leads back the same way. */
@WireTest
class AllRoutesIT {

    /** Stands for the server of the test, whose port is not known before. */
    private static final String HERE = "http://here";

    /** A seller, a way to it, and what its URLs begin with. */
    static Stream<Arguments> ways() {
        return Vendors.all().flatMap(seller -> {
            String prefix = "/" + seller.name();
            Map<String, String> host = Map.of("Host", seller.host() + ":8080");
            Map<String, String> proxy = Map.of(
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-Host",
                    "fakes.example.com",
                    "X-Forwarded-Prefix",
                    "/darkroom");
            Map<String, String> hostBehindProxy =
                    Map.of("X-Forwarded-Host", seller.host(), "X-Forwarded-Port", "8443", "X-Forwarded-Proto", "https");
            return Stream.of(
                    Arguments.of(seller, new Route("", Map.of()), HERE + "/"),
                    Arguments.of(seller, new Route(prefix, Map.of()), HERE + prefix + "/"),
                    Arguments.of(seller, new Route("", host), "http://" + seller.host() + ":8080/"),
                    Arguments.of(seller, new Route(prefix, host), "http://" + seller.host() + ":8080" + prefix + "/"),
                    Arguments.of(seller, new Route("", proxy), "https://fakes.example.com/darkroom/"),
                    Arguments.of(seller, new Route(prefix, proxy), "https://fakes.example.com/darkroom" + prefix + "/"),
                    Arguments.of(seller, new Route("", hostBehindProxy), "https://" + seller.host() + ":8443/"));
        });
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyUrlLeadsBackTheSameWay(VendorClient seller, Route door, String base) {
        seller.account().set("{\"progression\":\"instant\"}");
        VendorClient reached = seller.through(door);

        String url = reached.order("p").picture().orElseThrow();

        String asReached = base.replace(HERE, TestServer.current().url());
        assertThat(url).startsWith(asReached);
        String behindTheProxy = url.substring(asReached.length() - 1);
        URI path = URI.create(door.headers().containsKey("X-Forwarded-Prefix") ? door.prefix() + behindTheProxy : url);
        given().headers(door.headers())
                .urlEncodingEnabled(false)
                .get(path.getRawPath() + (path.getRawQuery() == null ? "" : "?" + path.getRawQuery()))
                .then()
                .statusCode(200)
                .contentType(startsWith("image/"));
        assertThat(reached.balance()).isPositive();
    }
}

package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/**
 * A route to a vendor.
 *
 * @param prefix the prefix of the vendor's paths
 * @param headers the headers of every request
 */
record Route(String prefix, Map<String, String> headers) {

    static Route byPrefix(String name) {
        return new Route("/" + name, Map.of());
    }

    RequestSpecification request(SandboxClient account) {
        return account.request().headers(headers);
    }
}

package dev.darkroom.wire.portable;

import dev.darkroom.wire.client.SandboxClient;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/**
 * A way to reach a seller.
 *
 * @param prefix what stands before the seller's own paths
 * @param headers that go with every request
 */
record Route(String prefix, Map<String, String> headers) {

    static Route byPrefix(String name) {
        return new Route("/" + name, Map.of());
    }

    RequestSpecification request(SandboxClient account) {
        return account.request().headers(headers);
    }
}

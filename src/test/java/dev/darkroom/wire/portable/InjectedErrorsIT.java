package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.client.ContractOperation;
import dev.darkroom.wire.server.WireTest;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation's contract has the response of every error that a rule can inject, and of an outage.
 * {@link RelayUrlsIT} does the same with the images of a relay.
 */
@WireTest
class InjectedErrorsIT {

    static Stream<Arguments> operations() {
        return Vendors.all().flatMap(InjectedErrorsIT::operations);
    }

    /** Only images that have a URL can be downloaded. */
    private static Stream<Arguments> operations(VendorClient vendor) {
        return ContractOperation.all(vendor.name())
                .filter(operation -> vendor.sendsUrls() || !operation.isKeyless())
                .map(operation -> Arguments.argumentSet(
                        vendor.name() + " " + operation.method() + " " + operation.path(), vendor, operation));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void contractHasEveryInjectedError(VendorClient vendor, ContractOperation operation) {
        assertContractHasEveryError(vendor, operation);
    }

    static void assertContractHasEveryError(VendorClient vendor, ContractOperation operation) {
        Filter contract = Contract.filterFor(vendor.name());
        String path = operation.isKeyless() ? image(vendor) : path(vendor, operation);
        List<Object> codes = ContractOperation.errorCodes(vendor.name());
        assertThat(codes).hasSizeGreaterThanOrEqualTo(10);

        for (Object code : codes) {
            inject(vendor, operation, "{\"error\":" + (code instanceof String ? "\"" + code + "\"" : code) + "}");
            assertThat(send(vendor, operation, path, contract).statusCode()).isGreaterThanOrEqualTo(400);
        }
        inject(vendor, operation, "{\"outage\":true}");
        assertThat(send(vendor, operation, path, contract).statusCode()).isGreaterThanOrEqualTo(450);
    }

    private static void inject(VendorClient vendor, ContractOperation operation, String fault) {
        String condition = operation.isKeyless() ? ",\"operation\":\"file\"" : "";
        String rule = "{\"when\":{\"dialect\":\"" + vendor.name() + "\"" + condition + "},\"then\":" + fault + "}";
        vendor.account().control("POST", "/faults", "{\"rules\":[" + rule + "]}");
    }

    private static Response send(VendorClient vendor, ContractOperation operation, String path, Filter contract) {
        Response response = vendor.account()
                .request()
                .urlEncodingEnabled(false)
                .filter(contract)
                .contentType("application/json")
                .body(operation.method().equals("POST") ? vendor.bodyTemplate().formatted("p") : "")
                .request(operation.method(), path);
        assertThat(response.header("Darkroom-Fault")).isNotNull();
        return response;
    }

    private static String path(VendorClient vendor, ContractOperation operation) {
        return "/" + vendor.name() + operation.path().replaceAll("\\{\\w+}", "gpt-image-2") + operation.query();
    }

    /** The path and query of a finished image. */
    private static String image(VendorClient vendor) {
        vendor.account().control("DELETE", "/faults", "");
        vendor.account().changeSandbox("{\"progression\":\"instant\"}");
        URI image = URI.create(vendor.submit("p").imageUrl().orElseThrow());
        String path = image.getRawPath() + (image.getRawQuery() == null ? "" : "?" + image.getRawQuery());
        given().urlEncodingEnabled(false).get(path).then().statusCode(200);
        return path;
    }
}

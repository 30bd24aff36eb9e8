package dev.darkroom.wire.portable;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.wire.settings.OtherVendorSettings;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The responses of every vendor to the same invalid requests. A new vendor joins with one row in {@link Vendors}. */
@OtherVendorSettings
class DialectContractIT {

    private static final String UNKNOWN_MODEL = "\"model\":\"no-such-model\"";

    static Stream<VendorClient> vendors() {
        return Vendors.all();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void publishesContractOfItsPaths(VendorClient vendor) {
        String yaml =
                given().get("/_darkroom/contract/" + vendor.name() + ".yaml").asString();

        Map<String, Map<String, Object>> contract = new Yaml().load(yaml);
        assertThat(contract.get("paths")).containsKey(vendor.createPath());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void rejectsMissingAndInvalidKeys(VendorClient vendor) {
        assertIsError(create(vendor, given(), validBody(vendor)), 401);
        assertIsError(create(vendor, vendor.account().requestWith("?"), validBody(vendor)), 401);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void rejectsBodyThatIsNotJson(VendorClient vendor) {
        for (String body : new String[] {"", "{", "[]", "nonsense", validBody(vendor) + "}"}) {
            assertIsError(create(vendor, vendor.account().request(), body), 400);
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void rejectsUnknownModelAndMissingPrompt(VendorClient vendor) {
        String otherModel = validBody(vendor).replaceFirst("\"model\":\"[^\"]*\"", UNKNOWN_MODEL);
        String noPrompt = validBody(vendor).replaceFirst(",?\"prompt\":\"[^\"]*\"", "");

        assertThat(otherModel).contains(UNKNOWN_MODEL);
        assertIsClientError(create(vendor, vendor.account().request(), otherModel));
        assertIsClientError(create(vendor, vendor.account().request(), noPrompt));
        assertThat(vendor.account().control("GET", "/tasks", "").getList("tasks"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void respondsToUnknownPathsAndMethods(VendorClient vendor) {
        RequestSpecification request = vendor.account().request();

        assertIsUnknownPath(vendor, request.get("/" + vendor.name() + "/no/such/path"));
        assertIsError(request.delete("/" + vendor.name() + vendor.createPath()), 405);
    }

    private static String validBody(VendorClient vendor) {
        return vendor.bodyTemplate().formatted("p");
    }

    private static Response create(VendorClient vendor, RequestSpecification request, String body) {
        return request.contentType("application/json").body(body).post("/" + vendor.name() + vendor.createPath());
    }

    private static void assertIsUnknownPath(VendorClient vendor, Response response) {
        if (vendor.unknownPathText().filter(String::isEmpty).isPresent()) {
            response.then().statusCode(404).header("Content-Length", "0");
        } else {
            assertIsError(response, 404);
        }
    }

    private static void assertIsClientError(Response response) {
        assertIsError(response, response.statusCode());
        response.then().statusCode(lessThan(500));
    }

    private static void assertIsError(Response response, int status) {
        assertThat(status).isGreaterThanOrEqualTo(400);
        response.then().statusCode(status).contentType(startsWith("application/json"));
        assertThat(response.jsonPath().getMap("")).isNotEmpty();
    }
}

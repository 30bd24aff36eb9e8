package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.Contract;
import dev.darkroom.wire.client.ContractOperation;
import dev.darkroom.wire.server.WireTest;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the control API sends the errors that its contract lists, and no others. */
@WireTest
class ControlErrorsIT {

    private static final Filter CONTRACT = Contract.filterFor("control");

    private static final String RULES = "{\"rules\":[]}";

    private static final String LARGE = "[" + " ".repeat(1 << 20) + "]";

    private final AiVideoApiClient client = new AiVideoApiClient();

    static Stream<ContractOperation> operations() {
        return ContractOperation.all("control");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void malformedKeyIsDocumented(ContractOperation operation) {
        RequestSpecification request = given().header("Authorization", "Bearer ?");

        assertDocumented(operation, 401, send(operation, request, body(operation), ""));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void unknownHandleIsDocumented(ContractOperation operation) {
        int status = send(operation, given().header("Darkroom-Sandbox", "0123456789abcdef"), body(operation), "");

        if (operation.statuses().contains("401")) {
            assertDocumented(operation, 404, status);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void foreignHostIsDocumented(ContractOperation operation) {
        assertDocumented(operation, 403, send(operation, given().header("Host", "evil.example"), body(operation), ""));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void unknownParameterIsDocumented(ContractOperation operation) {
        int status = send(operation, client.request(), body(operation), "?nope=1");

        if (operation.statuses().contains("401")) {
            assertDocumented(operation, 400, status);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void largeBodyIsDocumented(ContractOperation operation) {
        if (!operation.method().equals("GET")) {
            assertDocumented(operation, 413, send(operation, client.request(), LARGE, ""));
        }
    }

    private static int send(ContractOperation operation, RequestSpecification request, String body, String query) {
        String path = operation.path().replaceAll("/$", "").replaceAll("\\{\\w+}", name(operation.path()));
        Response response = request.urlEncodingEnabled(false)
                .filter(CONTRACT)
                .contentType("application/json")
                .body(operation.method().equals("GET") ? "" : body)
                .request(operation.method(), "/_darkroom" + path + query);
        return response.statusCode();
    }

    /** A body that is valid where it is checked before the key. */
    private static String body(ContractOperation operation) {
        return operation.path().equals("/faults") ? RULES : "{}";
    }

    /** A name that exists. */
    private static String name(String path) {
        return switch (path.replaceAll("/?\\{.*", "")) {
            case "/contract", "/fidelity" -> "reapi";
            case "/docs" -> "index";
            case "/console" -> "app.js";
            case "/weather" -> "storm";
            default -> "397ce9f2-c04e-4244-ac33-3af19a7cc297";
        };
    }

    /** The filter fails for responses that are not documented; this is the converse. */
    private static void assertDocumented(ContractOperation operation, int status, int actual) {
        if (operation.statuses().contains(Integer.toString(status))) {
            assertThat(actual).isEqualTo(status);
        }
    }
}

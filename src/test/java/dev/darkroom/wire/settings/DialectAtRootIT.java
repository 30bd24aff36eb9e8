package dev.darkroom.wire.settings;

import static dev.darkroom.wire.server.TestServer.given;

import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server whose paths at the root all belong to one vendor. */
@WireTest(settings = "darkroom.dialect=reapi")
class DialectAtRootIT {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/balance, localhost, reapi",
        "/v1/credits, localhost, reapi",
        "/nope, localhost, reapi",
        "/aivideoapi/v1/credits, localhost, aivideoapi",
        "/v1/credits, api.aivideoapi.ai, aivideoapi",
    })
    void servesEveryPathAtTheRoot(String path, String host, String dialect) {
        given().header("Host", host)
                .header("Authorization", "Bearer sk-x")
                .get(path)
                .then()
                .header("Darkroom-Dialect", dialect);
    }

    @ParameterizedTest
    @CsvSource({"/v1/balance, /api/v1/balance", "/v1/tasks/x, /api/v1/tasks/{id}"})
    void suggestsOnlyPathsOfThisVendor(String path, String meant) {
        given().get(path)
                .then()
                .statusCode(404)
                .header("Darkroom-Warning", "`" + path + "` is not a path of reapi; did you mean `" + meant + "`?");
    }
}

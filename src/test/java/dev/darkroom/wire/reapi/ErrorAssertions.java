package dev.darkroom.wire.reapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** Asserts error responses byte for byte: the documentation's envelope, with its keys in the same order. */
final class ErrorAssertions {

    private static final String REQUEST_ID = "req_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private ErrorAssertions() {}

    static void assertRefused(Response response, int status, int code, String message) {
        assertRefused(response, status, code);
        assertThat(response.jsonPath().getString("error.message")).isEqualTo(message);
    }

    static void assertRefused(Response response, int status, int code) {
        assertThat(response.asString())
                .matches("\\{\"error\":\\{\"code\":" + code + ",\"message\":\".{5,300}\",\"request_id\":\"" + REQUEST_ID
                        + "\"}}");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/json");
    }
}

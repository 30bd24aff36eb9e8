package dev.darkroom.wire.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** Checks the exact bytes of error responses, in the order of the vendor's sample (providers/getimg.md §5). */
final class ErrorAssertions {

    private ErrorAssertions() {}

    /** @param param null if the error is about the whole request */
    static void assertRefused(Response response, int status, String code, String param, String message) {
        assertThat(response.asString())
                .isEqualTo("{\"error\":{\"message\":\"" + message + "\",\"type\":\"invalid_request_error\",\"param\":"
                        + (param == null ? "null" : '"' + param + '"') + ",\"code\":\"" + code + "\"}}");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/json");
    }

    static void assertRefused(Response response, int status, String code) {
        assertThat(response.asString()).contains("\"code\":\"" + code + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
    }
}

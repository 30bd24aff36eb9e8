package dev.darkroom.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** Checks the exact bytes of error responses, in the order of the vendor's sample (providers/openai.md §8). */
final class ErrorAssertions {

    static final String INVALID_REQUEST = "invalid_request_error";
    static final String IMAGE_USER = "image_generation_user_error";

    private ErrorAssertions() {}

    /**
     * @param param null if the error is about the whole request
     * @param code may be null
     */
    static void assertRefused(Response response, int status, String type, String param, String code, String message) {
        assertThat(response.asString())
                .isEqualTo("{\"error\":{\"message\":\"" + message.replace("\"", "\\\"") + "\",\"type\":\"" + type
                        + "\",\"param\":" + quoted(param) + ",\"code\":" + quoted(code) + "}}");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.header("x-request-id")).startsWith("req_");
    }

    static void assertRefused(Response response, int status, String code) {
        assertThat(response.<String>path("error.code")).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
    }

    private static String quoted(String text) {
        return text == null ? "null" : '"' + text + '"';
    }
}

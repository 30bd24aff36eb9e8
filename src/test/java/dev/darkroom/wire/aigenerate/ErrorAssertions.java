package dev.darkroom.wire.aigenerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** Checks the exact bytes of error responses (providers/aigenerate.md §5). */
final class ErrorAssertions {

    private ErrorAssertions() {}

    static void assertRefused(Response response, int code, String msg) {
        assertThat(response.asString()).isEqualTo(body(code, msg));
        assertThat(response.statusCode()).isEqualTo(code);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.header("X-AI-Credits-Charged")).isNull();
    }

    static void assertRefused(Response response, int code) {
        assertThat(response.asString()).startsWith("{\"code\":" + code + ",\"msg\":\"");
        assertThat(response.statusCode()).isEqualTo(code);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.header("X-AI-Credits-Charged")).isNull();
    }

    static String body(int code, String msg) {
        return "{\"code\":" + code + ",\"msg\":\"" + msg + "\",\"data\":null}";
    }
}

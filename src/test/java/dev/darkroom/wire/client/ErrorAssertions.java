package dev.darkroom.wire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** Asserts the errors of AI Video API. */
public final class ErrorAssertions {

    private ErrorAssertions() {}

    /** Compares the body byte for byte, with the keys in the documented order (seeds/001: Error Codes). */
    public static void assertRefused(Response response, int status, String code, String type, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.asString())
                .isEqualTo("{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"type\":\"" + type
                        + "\"}}");
    }

    public static void assertRefused(Response response, int status, String code) {
        assertThat(response.asString()).contains("\"code\":\"" + code + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
    }
}

package dev.darkroom.dialect.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJsonException;
import dev.darkroom.http.json.JsonObject;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Request bodies, and the errors for them. */
final class Bodies {

    private Bodies() {}

    /** @param fields JSON fields without braces */
    static Parameters parameters(String fields) {
        try {
            return Parameters.of(new JsonObject(Json.readObject(("{" + fields + "}").getBytes(UTF_8))));
        } catch (MalformedJsonException e) {
            throw new AssertionError(fields, e);
        }
    }

    static String errorMessage(ThrowingCallable read) {
        return Assertions.catchThrowableOfType(ApiException.class, read).getMessage();
    }
}

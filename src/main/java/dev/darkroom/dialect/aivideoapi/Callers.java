package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.access.ApiKey;
import dev.darkroom.dialect.Bearer;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.TooManySandboxes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Who is calling: the sandbox of the request's key (seeds/001: invalid_api_key). */
@ApplicationScoped
class Callers {

    private static final String KEY_PREFIX = "sk-";
    private static final String HINT = " Send 'Authorization: Bearer sk-...'.";

    private final Sandboxes sandboxes;

    Callers(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    /** @throws ApiError when the request has no usable key */
    Sandbox sandbox(HttpHeaders headers) {
        Bearer bearer = Bearer.read(headers.getRequestHeader(HttpHeaders.AUTHORIZATION));
        if (bearer instanceof Bearer.Key found) {
            return open(checked(found.key()));
        }
        if (bearer instanceof Bearer.Unreadable unreadable) {
            throw ApiError.invalidKey(unreadable.reason() + HINT);
        }
        throw ApiError.invalidKey("The 'Authorization' header is missing." + HINT);
    }

    private Sandbox open(ApiKey key) {
        try {
            return sandboxes.of(key);
        } catch (TooManySandboxes e) {
            throw ApiError.tooMuchToDo(e.getMessage());
        }
    }

    private static ApiKey checked(ApiKey key) {
        if (!key.value().startsWith(KEY_PREFIX) || key.value().equals(KEY_PREFIX)) {
            throw ApiError.invalidKey("The key does not start with 'sk-', or has nothing after it.");
        }
        return key;
    }
}

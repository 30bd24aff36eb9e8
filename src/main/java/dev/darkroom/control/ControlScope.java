package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.BearerToken;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.TooManySandboxes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whose sandbox a control request is about: that of its key, or without a key everybody's. */
@ApplicationScoped
class ControlScope {

    private final Sandboxes sandboxes;
    private final Dialects dialects;

    ControlScope(Sandboxes sandboxes, Dialects dialects) {
        this.sandboxes = sandboxes;
        this.dialects = dialects;
    }

    /** Empty when the request has no key. */
    Optional<ApiKey> key(HttpHeaders headers) {
        BearerToken bearer = BearerToken.read(headers.getRequestHeader(HttpHeaders.AUTHORIZATION));
        if (bearer instanceof BearerToken.Unreadable unreadable) {
            throw ControlError.malformedKey(unreadable.reason());
        }
        Optional<ApiKey> key = bearer instanceof BearerToken.Key found ? Optional.of(found.key()) : Optional.empty();
        key.flatMap(dialects::keyError).ifPresent(flaw -> {
            throw ControlError.malformedKey("No vendor has a key like this. " + flaw);
        });
        return key;
    }

    /** @throws ControlError when the request has no key */
    Sandbox sandbox(HttpHeaders headers) {
        return key(headers).map(this::sandbox).orElseThrow(ControlError::keyRequired);
    }

    /** @throws ControlError when the key opens none */
    Sandbox sandbox(ApiKey key) {
        return authenticate(key)
                .orElseThrow(
                        () -> ControlError.notFound("There is no sandbox for this key: 'darkroom.keys' is 'listed'."
                                + " PUT /_darkroom/sandbox makes one."));
    }

    /** As {@link Sandboxes#authenticate}. */
    Optional<Sandbox> authenticate(ApiKey key) {
        return within(() -> sandboxes.authenticate(key));
    }

    /** The key's sandbox, made if need be. */
    Sandbox madeSandbox(ApiKey key) {
        return within(() -> sandboxes.getOrCreate(key));
    }

    private static <T> T within(Supplier<T> making) {
        try {
            return making.get();
        } catch (TooManySandboxes e) {
            throw ControlError.tooMany(e.getMessage());
        }
    }

    /** The sandbox of the key alone, or all that there are. */
    Collection<Sandbox> visible(HttpHeaders headers) {
        return key(headers)
                .map(this::sandbox)
                .<Collection<Sandbox>>map(List::of)
                .orElseGet(sandboxes::all);
    }
}

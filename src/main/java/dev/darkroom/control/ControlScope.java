package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.BearerToken;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the sandboxes that a control request applies to: the sandbox of its key or, without a key, all sandboxes. */
@ApplicationScoped
class ControlScope {

    private final Sandboxes sandboxes;
    private final Dialects dialects;

    ControlScope(Sandboxes sandboxes, Dialects dialects) {
        this.sandboxes = sandboxes;
        this.dialects = dialects;
    }

    /**
     * The key in the request; empty when it has none.
     *
     * @throws ControlException when the key is malformed
     */
    Optional<ApiKey> key(HttpHeaders headers) {
        BearerToken bearer = BearerToken.read(headers.getRequestHeader(HttpHeaders.AUTHORIZATION));
        if (bearer instanceof BearerToken.Unreadable unreadable) {
            throw ControlException.malformedKey(unreadable.reason());
        }
        Optional<ApiKey> key = bearer instanceof BearerToken.Key found ? Optional.of(found.key()) : Optional.empty();
        key.flatMap(dialects::keyError).ifPresent(error -> {
            throw ControlException.malformedKey("No vendor accepts this key. " + error);
        });
        return key;
    }

    /** @throws ControlException when the request has no key, or the key has no sandbox */
    Sandbox sandbox(HttpHeaders headers) {
        return key(headers).map(this::sandbox).orElseThrow(ControlException::keyRequired);
    }

    /** @throws ControlException when the key has no sandbox */
    Sandbox sandbox(ApiKey key) {
        return authenticate(key)
                .orElseThrow(
                        () -> ControlException.notFound("There is no sandbox for this key: 'darkroom.keys' is 'listed'."
                                + " PUT /_darkroom/sandbox creates one."));
    }

    /** The key's sandbox, as {@link Sandboxes#authenticate(ApiKey)} finds it. */
    Optional<Sandbox> authenticate(ApiKey key) {
        return sandboxes.authenticate(key);
    }

    /** The key's sandbox, created if it does not exist. */
    Sandbox getOrCreate(ApiKey key) {
        return sandboxes.getOrCreate(key);
    }

    /** The key's sandbox or, without a key, all sandboxes. */
    Collection<Sandbox> visibleSandboxes(HttpHeaders headers) {
        return key(headers)
                .map(this::sandbox)
                .<Collection<Sandbox>>map(List::of)
                .orElseGet(sandboxes::all);
    }
}

package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.dialect.Bearer;
import dev.darkroom.dialect.Dialects;
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
class Callers {

    private final Sandboxes sandboxes;
    private final Dialects dialects;

    Callers(Sandboxes sandboxes, Dialects dialects) {
        this.sandboxes = sandboxes;
        this.dialects = dialects;
    }

    /** Empty when the request has no key. */
    Optional<ApiKey> key(HttpHeaders headers) {
        Bearer bearer = Bearer.read(headers.getRequestHeader(HttpHeaders.AUTHORIZATION));
        if (bearer instanceof Bearer.Unreadable unreadable) {
            throw ControlError.unreadableKey(unreadable.reason());
        }
        Optional<ApiKey> key = bearer instanceof Bearer.Key found ? Optional.of(found.key()) : Optional.empty();
        key.flatMap(dialects::keyFlaw).ifPresent(flaw -> {
            throw ControlError.unreadableKey("No vendor has a key like this. " + flaw);
        });
        return key;
    }

    /** @throws ControlError when the request has no key */
    Sandbox sandbox(HttpHeaders headers) {
        return key(headers).map(this::sandbox).orElseThrow(ControlError::keyRequired);
    }

    /** @throws ControlError when the key opens none */
    Sandbox sandbox(ApiKey key) {
        return openedBy(key)
                .orElseThrow(
                        () -> ControlError.notFound("There is no sandbox for this key: 'darkroom.keys' is 'listed'."
                                + " PUT /_darkroom/sandbox makes one."));
    }

    /** As {@link Sandboxes#openedBy}. */
    Optional<Sandbox> openedBy(ApiKey key) {
        return within(() -> sandboxes.openedBy(key));
    }

    /** The key's sandbox, made if need be. */
    Sandbox madeSandbox(ApiKey key) {
        return within(() -> sandboxes.of(key));
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

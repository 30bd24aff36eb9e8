package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.Dialects;
import dev.darkroom.field.TextRules;
import dev.darkroom.http.BearerToken;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the sandboxes that a control request applies to: the sandbox of its key or its handle or, without either, all
 * sandboxes.
 */
@ApplicationScoped
class ControlScope {

    /** The header that selects a sandbox in place of its key. Its value is a {@link Sandbox#handle()}. */
    static final String HANDLE_HEADER = "Darkroom-Sandbox";

    private static final int MAX_QUOTED = 40;

    private final Sandboxes sandboxes;
    private final Dialects dialects;

    ControlScope(Sandboxes sandboxes, Dialects dialects) {
        this.sandboxes = sandboxes;
        this.dialects = dialects;
    }

    /**
     * The key in the request, or that of the sandbox whose handle the request has; empty when it has neither.
     *
     * @throws ControlException when the key is malformed, no sandbox has the handle, or they select different sandboxes
     */
    Optional<ApiKey> key(HttpHeaders headers) {
        return key(token(headers.getRequestHeaders()), headers.getRequestHeader(HANDLE_HEADER));
    }

    /** The key whose secrets the response to a request must not show. It may be one that no vendor accepts. */
    Optional<ApiKey> keyToMask(MultivaluedMap<String, String> headers) {
        if (token(headers) instanceof BearerToken.Key found) {
            return Optional.of(found.key());
        }
        return Optional.ofNullable(headers.getFirst(HANDLE_HEADER))
                .flatMap(sandboxes::findByHandle)
                .map(Sandbox::key);
    }

    /**
     * The key of the sandbox with this handle.
     *
     * @throws ControlException when no sandbox has it
     */
    ApiKey keyOf(String handle) {
        return sandboxes
                .findByHandle(handle)
                .map(Sandbox::key)
                .orElseThrow(() -> ControlException.notFound(
                        "There is no sandbox with the handle '" + TextRules.quotable(handle, MAX_QUOTED)
                                + "'. GET /_darkroom/sandboxes lists all sandboxes with their handles."));
    }

    /**
     * The key that all selectors agree on; empty without any.
     *
     * @throws ControlException when they select different sandboxes
     */
    Optional<ApiKey> single(Stream<ApiKey> selected) {
        List<ApiKey> keys = selected.distinct().toList();
        if (keys.size() > 1) {
            throw ControlException.invalid(
                    "The request selects different sandboxes. Send either the key or the handle of one sandbox.");
        }
        return keys.stream().findFirst();
    }

    private static BearerToken token(MultivaluedMap<String, String> headers) {
        return BearerToken.read(headers.get(HttpHeaders.AUTHORIZATION), headers.get(BearerToken.KEY_HEADER));
    }

    private Optional<ApiKey> key(BearerToken bearer, List<String> handles) {
        Optional<ApiKey> key = bearerKey(bearer);
        Stream<ApiKey> selected = Stream.ofNullable(handles)
                .flatMap(List::stream)
                .map(handle -> key.filter(own -> own.handle().equals(handle)).orElseGet(() -> keyOf(handle)));
        return handles == null ? key : single(Stream.concat(key.stream(), selected));
    }

    private Optional<ApiKey> bearerKey(BearerToken bearer) {
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

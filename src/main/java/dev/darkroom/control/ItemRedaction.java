package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJsonException;
import dev.darkroom.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Masks the key of a sandbox in a description of one of its items. A request for the items of all sandboxes has no key
 * that {@link ControlRedactionFilter} could mask, and the keys of some vendors look like any other text.
 */
@Singleton
class ItemRedaction {

    private final Redaction redaction;

    ItemRedaction(Redaction redaction) {
        this.redaction = redaction;
    }

    /** The same object if it does not have the key. */
    ObjectNode apply(ObjectNode item, Sandbox sandbox) {
        byte[] json = Json.write(item);
        byte[] masked = redaction.with(Optional.of(sandbox.key())).document(json);
        if (masked == json) {
            return item;
        }
        try {
            return Json.readObject(masked);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("masking has made the JSON invalid", e);
        }
    }
}

package dev.darkroom.access.redaction;

import java.util.Optional;
import java.util.Set;

/** Searches a text for secrets in every order in which parsers may decode its escapes. */
final class Search {

    /** How many layers of escapes are decoded, in every order. */
    private static final int MAX_LAYERS = 3;

    /** How many layers are decoded when each layer may mix all escapes. */
    private static final int MAX_COMBINED_LAYERS = 8;

    private final KeyPattern keys;
    private final Optional<OwnKey> own;
    private final Extent extent;
    private final Masks masks = new Masks();

    Search(KeyPattern keys, Optional<OwnKey> own, Extent extent) {
        this.keys = keys;
        this.own = own;
        this.extent = extent;
    }

    Masks run(DecodedText text) {
        search(text);
        searchDecoded(text, MAX_LAYERS);
        DecodedText decoded = text.decoded(Escape.ALL);
        for (int layer = 0; decoded != null && layer < MAX_COMBINED_LAYERS; layer++) {
            search(decoded);
            decoded = decoded.decoded(Escape.ALL);
        }
        return masks;
    }

    private void searchDecoded(DecodedText text, int layers) {
        if (layers == 0) {
            return;
        }
        for (Set<Escape> escape : Escape.EACH) {
            DecodedText decoded = text.decoded(escape);
            if (decoded != null) {
                search(decoded);
                searchDecoded(decoded, layers - 1);
            }
        }
    }

    private void search(DecodedText text) {
        UserInformation.find(text, extent, masks);
        keys.find(text, extent, masks);
        own.ifPresent(key -> key.find(text, extent, masks));
    }
}

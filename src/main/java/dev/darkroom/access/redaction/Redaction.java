package dev.darkroom.access.redaction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.access.ApiKey;
import java.util.Collection;
import java.util.Optional;

/**
 * Masks secrets in texts that are shown, stored to be shown, or logged: whatever looks like a key of a vendor, one
 * given key in any place, and the user information of URLs. It finds a secret in every spelling that a parser would
 * undo: JSON escapes, percent-encoding, XML entities, and several layers of them. Everything else stays as it is.
 *
 * <p>Masking a masked text changes nothing. The time is proportional to the length of the text, and a text without a
 * secret is read once. Thread-safe.
 */
public final class Redaction {

    private final KeyPattern keys;
    private final Optional<OwnKey> own;
    private final Screening screening;

    /** @param keyPrefixes the texts that the vendors' keys begin with */
    public Redaction(Collection<String> keyPrefixes) {
        this.keys = new KeyPattern(keyPrefixes);
        this.own = Optional.empty();
        this.screening = Screening.of(keys);
    }

    private Redaction(Redaction general, OwnKey key) {
        this.keys = general.keys;
        this.own = Optional.of(key);
        this.screening = general.screening.with(key);
    }

    /**
     * Returns a redaction that also masks this key, whatever it looks like, unless it is too short to be a secret.
     *
     * @param key replaces the key of this redaction; if empty, that key remains
     */
    public Redaction with(Optional<ApiKey> key) {
        return key.filter(ApiKey::isSecret)
                .map(secret -> new Redaction(this, new OwnKey(secret)))
                .orElse(this);
    }

    /** The text with its secrets masked; the same object if it has none. */
    public String text(String text) {
        return screening.isClean(text) ? text : find(text, Extent.WHOLE).applyTo(text, mask -> mask);
    }

    /**
     * A document in UTF-8 that Darkroom wrote, with its secrets masked; the same array if it has none. JSON stays
     * valid: a mask never replaces the quotation marks around a string.
     */
    public byte[] document(byte[] utf8) {
        return bytes(utf8, Extent.DOCUMENT);
    }

    /** A text in UTF-8 with its secrets masked; the same array if it has none. */
    public byte[] bytes(byte[] utf8) {
        return bytes(utf8, Extent.WHOLE);
    }

    /** The beginning of a longer text in UTF-8. The secret that its end may have cut in two is masked too. */
    public byte[] beginning(byte[] utf8) {
        return bytes(utf8, Extent.BEGINNING);
    }

    private byte[] bytes(byte[] utf8, Extent extent) {
        if (extent != Extent.BEGINNING && screening.isClean(utf8)) {
            return utf8;
        }
        String text = new String(utf8, ISO_8859_1);
        String masked = find(text, extent).applyTo(text, mask -> new String(mask.getBytes(UTF_8), ISO_8859_1));
        return masked == text ? utf8 : masked.getBytes(ISO_8859_1);
    }

    private Masks find(String text, Extent extent) {
        return new Search(keys, own, extent).run(DecodedText.of(text));
    }
}

package dev.darkroom.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers and the body of one callback POST.
 *
 * @param headers sent in the order of their names
 */
public record CallbackMessage(Map<String, String> headers, byte[] body) {

    public CallbackMessage {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }
}

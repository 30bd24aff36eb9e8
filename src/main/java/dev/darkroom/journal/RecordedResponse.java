package dev.darkroom.journal;

import java.util.List;
import java.util.Optional;

/**
 * A response as a client received it.
 *
 * @param status 0 for no response
 * @param isComplete whether the whole response was sent; false when the client disconnected or a fault cut the response
 *     off
 */
public record RecordedResponse(int status, List<Header> headers, RecordedBody body, boolean isComplete) {

    /** No response. */
    public static final RecordedResponse NONE = new RecordedResponse(0, List.of(), RecordedBody.NONE, false);

    /** The value of the first header with this name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}

package dev.darkroom.journal;

import java.util.List;
import java.util.Optional;

/**
 * What a client got.
 *
 * @param status 0 when it got none
 * @param headers all of them
 * @param isWhole whether all of it was sent; not when the client went away or a fault cut it off
 */
public record RecordedResponse(int status, List<Header> headers, RecordedBody body, boolean isWhole) {

    /** That of a client which got none. */
    public static final RecordedResponse NONE = new RecordedResponse(0, List.of(), RecordedBody.NONE, false);

    /** The value of its first header of that name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}

package dev.darkroom.chaos.fault;

import java.time.Duration;

/**
 * What a fault does to a response.
 *
 * @param content what changes in the content of the response
 * @param delay how long the server waits before it sends the first byte, in real time
 * @param transmission how the response is sent
 */
public record ResponseEffect(ContentEffect content, Duration delay, Transmission transmission) {

    /** The response is sent unchanged. */
    public static final ResponseEffect NONE =
            new ResponseEffect(new ContentEffect.Unchanged(), Duration.ZERO, new Transmission.Complete());

    static ResponseEffect of(ContentEffect content) {
        return new ResponseEffect(content, NONE.delay, NONE.transmission);
    }

    static ResponseEffect of(Transmission transmission) {
        return new ResponseEffect(NONE.content, NONE.delay, transmission);
    }

    ResponseEffect withDelay(Duration newDelay) {
        return new ResponseEffect(content, newDelay, transmission);
    }
}

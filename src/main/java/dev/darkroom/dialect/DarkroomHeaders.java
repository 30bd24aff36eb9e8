package dev.darkroom.dialect;

import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** Headers of our own on a vendor's answers. A client that knows nothing of them loses nothing. */
public final class DarkroomHeaders {

    /** A sentence about something in the request that will not do what its author seems to expect; one header each. */
    public static final String WARNING = "Darkroom-Warning";

    /** What asked for this failure; an answer without it is what the state of the sandbox led to. */
    public static final String FAULT = "Darkroom-Fault";

    private DarkroomHeaders() {}

    /** Says these sentences with an answer that has not been sent yet. */
    public static void warn(HttpServerResponse response, List<String> sentences) {
        sentences.forEach(sentence -> response.headers().add(WARNING, sentence));
    }
}

package dev.darkroom.control;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Responses that people read, such as in a build's log. */
final class PlainText {

    private static final MediaType TYPE = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    private PlainText() {}

    static Response response(int status, List<String> lines) {
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        return Response.status(status)
                .type(TYPE)
                .entity(text.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** The formats of a response that is JSON by default. */
    enum Format {
        JSON,
        TEXT
    }
}

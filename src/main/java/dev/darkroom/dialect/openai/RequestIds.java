package dev.darkroom.dialect.openai;

import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskIds;
import dev.darkroom.api.error.ErrorIds;
import jakarta.inject.Singleton;

/** The ids of requests in {@code x-request-id}, such as {@code req_} and 32 hex digits (providers/openai.md §5). */
@Singleton
class RequestIds {

    private static final String HEADER = "x-request-id";
    private static final String PREFIX = "req_";

    private final ErrorIds ids;

    RequestIds(ErrorIds ids) {
        this.ids = ids;
    }

    /** Adds the header, unless the response has it. */
    void add(RequestContext request) {
        request.responseHeaders()
                .computeIfAbsent(
                        HEADER,
                        name -> PREFIX + TaskIds.hex(ids.of(request.exchange()).get()));
    }

    /** The id of a request whose response has the header. */
    static String of(RequestContext request) {
        return request.responseHeaders().getOrDefault(HEADER, PREFIX);
    }
}

package dev.darkroom.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Optional;

/**
 * The conditions that a request sets for a file (RFC 9110, section 13). Only entity tags are compared: after a reset, a
 * sandbox may serve another image under the same name and date. The implementation that comes with Jakarta REST does
 * not support lists of tags.
 *
 * @param tag the file's entity tag, with its quotes
 */
public record ConditionalRequest(HttpHeaders headers, String tag) {

    private static final String WEAK = "W/";

    /** The status of the response if a condition is not met; empty if the file must be sent. */
    public Optional<Status> unmetStatus() {
        String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match != null && !hasTag(match, "")) {
            return Optional.of(Status.PRECONDITION_FAILED);
        }
        String noneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        boolean isCached = noneMatch != null && hasTag(noneMatch, WEAK);
        return isCached ? Optional.of(Status.NOT_MODIFIED) : Optional.empty();
    }

    /** Whether {@code If-Range} permits a partial response: it is absent, or names this file's tag. */
    public boolean isRangeAllowed() {
        String condition = headers.getHeaderString("If-Range");
        return condition == null || condition.equals(tag);
    }

    /** @param optionalPrefix a listed tag matches with or without this prefix */
    private boolean hasTag(String list, String optionalPrefix) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .anyMatch(listed -> listed.equals("*") || listed.equals(tag) || listed.equals(optionalPrefix + tag));
    }
}

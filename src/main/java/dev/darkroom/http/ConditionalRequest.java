package dev.darkroom.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether the client wants a file for which it makes conditions (RFC 9110, section 13). Only tags count: a sandbox that
 * was reset may have another picture under the same name and date. Jakarta REST has the same, but here it knows no lists
 * of tags.
 *
 * @param tag with its quotes
 */
public record ConditionalRequest(HttpHeaders headers, String tag) {

    private static final String WEAK = "W/";

    /** With which status to answer instead; empty when the file is wanted. */
    public Optional<Status> unmet() {
        String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match != null && !hasTag(match, "")) {
            return Optional.of(Status.PRECONDITION_FAILED);
        }
        String noneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        boolean isKnown = noneMatch != null && hasTag(noneMatch, WEAK);
        return isKnown ? Optional.of(Status.NOT_MODIFIED) : Optional.empty();
    }

    /** Whether a part that the client has is one of this file. */
    public boolean isSame() {
        String condition = headers.getHeaderString("If-Range");
        return condition == null || condition.equals(tag);
    }

    /** @param prefix that a tag may have besides */
    private boolean hasTag(String list, String prefix) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals(prefix + tag));
    }
}

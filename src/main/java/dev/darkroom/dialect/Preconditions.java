package dev.darkroom.dialect;

import io.netty.handler.codec.DateFormatter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;

/**
 * Whether the client wants a file for which it makes conditions (RFC 9110, section 13). Jakarta REST has the same, but
 * here it knows no lists of tags.
 *
 * @param tag with its quotes
 * @param modified in whole seconds
 */
record Preconditions(HttpHeaders headers, String tag, Instant modified) {

    private static final String WEAK = "W/";

    /** With which status to answer instead; empty when the file is wanted. */
    Optional<Status> unmet() {
        String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match != null && !hasTag(match)) {
            return Optional.of(Status.PRECONDITION_FAILED);
        }
        String noneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        boolean isKnown = noneMatch == null ? isUnmodified() : hasTag(noneMatch.replace(WEAK, ""));
        return isKnown ? Optional.of(Status.NOT_MODIFIED) : Optional.empty();
    }

    /** Whether a part that the client has is one of this file. */
    boolean isSame() {
        String condition = headers.getHeaderString("If-Range");
        return condition == null || condition.equals(tag) || condition.equals(httpDate());
    }

    String httpDate() {
        return DateFormatter.format(Date.from(modified));
    }

    private boolean hasTag(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(this.tag));
    }

    /** A date that is none is no condition. */
    private boolean isUnmodified() {
        String since = headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        Date date = since == null ? null : DateFormatter.parseHttpDate(since);
        return date != null && !modified.isAfter(date.toInstant());
    }
}

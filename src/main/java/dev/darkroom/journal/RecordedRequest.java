package dev.darkroom.journal;

import java.util.List;

/**
 * A request as a client sent it.
 *
 * @param path as sent, with the query and without the host
 */
public record RecordedRequest(String method, String path, List<Header> headers, RecordedBody body) {}

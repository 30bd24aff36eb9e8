package dev.darkroom.journal;

import java.util.List;

/**
 * What a client sent.
 *
 * @param path as it was written, with the query and without the host
 */
public record RecordedRequest(String method, String path, List<Header> headers, RecordedBody body) {}

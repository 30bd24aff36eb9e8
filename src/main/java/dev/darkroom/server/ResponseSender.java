package dev.darkroom.server;

import dev.darkroom.api.RequestContext;
import dev.darkroom.chaos.fault.Transmission;
import io.vertx.core.Future;
import java.time.Duration;

/** Sends a response as an injected fault demands, and records in the journal how much of it was sent. */
record ResponseSender(
        FaultyResponse response, RawConnection connection, JournalRecorder journal, RequestContext requestContext)
        implements Transmission.Visitor<Future<Void>> {

    private static final String NOT_HTTP = "\u0016\u0003lorem\u0000\u00FFipsum\r\n\u0007dolor sit amet\r\n\r\n";
    private static final String INVALID_CHUNK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\nDarkroom-Dialect: %s\r\nDarkroom-Fault: %s\r\n\r\n"
            + "9\r\n{\"code\":2\r\nzz\r\nno chunk at all";

    @Override
    public Future<Void> complete() {
        return begin().sendAll();
    }

    @Override
    public Future<Void> partial(double fraction, Transmission.Abort abort) {
        requestContext.markTruncated();
        return begin().sendPart(fraction).compose(sent -> abort(abort));
    }

    @Override
    public Future<Void> nothing(Transmission.Abort abort) {
        record(0);
        return abort(abort);
    }

    @Override
    public Future<Void> notHttp() {
        record(0);
        return connection.sendRawThenClose(NOT_HTTP);
    }

    @Override
    public Future<Void> invalidChunk() {
        requestContext.markTruncated();
        record(200);
        return connection.sendRawThenClose(INVALID_CHUNK.formatted(
                requestContext.dialect().name(), requestContext.faultNames().orElse("")));
    }

    @Override
    public Future<Void> slow(Duration duration) {
        requestContext.deferJournalEntry();
        return begin().drip(duration, () -> record(response.status()));
    }

    private ChunkSender begin() {
        if (response.body() instanceof ResponseBody.Streamed streamed) {
            return beginStream(streamed.chunks());
        }
        byte[] body = ((ResponseBody.Whole) response.body()).bytes();
        connection.setHead(response.status(), response.headers(), body.length);
        return new ChunkSender(connection, ChunkSource.of(body));
    }

    private ChunkSender beginStream(ChunkSource chunks) {
        requestContext.deferJournalEntry();
        requestContext.onEnd(chunks::close);
        connection.sendChunkedHead(response.status(), response.headers());
        return new ChunkSender(connection, new RecordedChunks(chunks, requestContext, () -> record(response.status())));
    }

    private Future<Void> abort(Transmission.Abort abort) {
        return switch (abort) {
            case CLOSE -> connection.close();
            case RESET -> connection.reset();
        };
    }

    /** @param status 0 when the client gets no HTTP response */
    private void record(int status) {
        journal.record(response.context(), status);
    }
}

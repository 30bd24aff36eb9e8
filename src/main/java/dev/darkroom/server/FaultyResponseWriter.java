package dev.darkroom.server;

import dev.darkroom.api.RequestContext;
import dev.darkroom.chaos.fault.BrokenChunk;
import dev.darkroom.chaos.fault.Drip;
import dev.darkroom.chaos.fault.Empty;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.Garbage;
import dev.darkroom.chaos.fault.LatencyFault;
import dev.darkroom.chaos.fault.Reset;
import dev.darkroom.chaos.fault.SlowFile;
import dev.darkroom.chaos.fault.Truncate;
import io.vertx.core.Future;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends spoilt answers. Where one takes its time, no thread waits for it. */
@Provider
public class FaultyResponseWriter implements ServerMessageBodyWriter<FaultyResponse> {

    private static final String GARBAGE = "\u0016\u0003lorem\u0000\u00FFipsum\r\n\u0007dolor sit amet\r\n\r\n";
    private static final String BROKEN_CHUNK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\nDarkroom-Fault: %s\r\n\r\n9\r\n{\"code\":2\r\nzz\r\nno chunk at all";

    private final JournalRecorder journal;

    FaultyResponseWriter(JournalRecorder journal) {
        this.journal = journal;
    }

    @Override
    public void writeResponse(FaultyResponse answer, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        context.serverResponse().setPreCommitListener(null);
        request.suspend();
        RawConnection wire = new RawConnection(answer.context());
        RequestContext call = RequestContext.of(answer.context());
        Future<Void> heldUp =
                call.responseBarrier().map(Future::fromCompletionStage).orElseGet(Future::succeededFuture);
        heldUp.compose(done -> wire.later(delay(answer).toMillis()))
                .compose(now -> wire.isGone() ? Future.succeededFuture() : send(answer, wire, call))
                .onComplete(done -> request.resume());
    }

    private static Duration delay(FaultyResponse answer) {
        Fault fault = answer.fault().orElse(null);
        if (fault instanceof LatencyFault late) {
            return late.delay();
        }
        if (fault instanceof Reset reset) {
            return reset.after();
        }
        return fault instanceof Empty empty ? empty.after() : Duration.ZERO;
    }

    private Future<Void> send(FaultyResponse answer, RawConnection wire, RequestContext call) {
        Fault fault = answer.fault().orElse(null);
        if (fault instanceof Empty || fault instanceof Reset reset && reset.fraction() == 0) {
            journal.answered(answer.context(), 0);
            return fault instanceof Empty ? wire.close() : wire.reset();
        }
        if (fault instanceof Garbage) {
            journal.answered(answer.context(), 0);
            return wire.rawThenClose(GARBAGE);
        }
        if (fault instanceof BrokenChunk) {
            call.markTruncated();
            journal.answered(answer.context(), 200);
            return wire.rawThenClose(BROKEN_CHUNK.formatted(call.faultNames().orElse("")));
        }
        Optional<Duration> dripping = dripping(fault);
        if (dripping.isPresent()) {
            call.deferJournalEntry();
        }
        wire.head(answer.status(), answer.headers(), answer.body().length);
        if (fault instanceof Reset reset) {
            call.markTruncated();
            return wire.partThenReset(answer.body(), reset.fraction());
        }
        if (fault instanceof Truncate truncate) {
            call.markTruncated();
            return wire.partThenClose(answer.body(), truncate.fraction());
        }
        return dripping.map(time ->
                        wire.drip(answer.body(), time, () -> journal.answered(answer.context(), answer.status())))
                .orElseGet(() -> wire.whole(answer.body()));
    }

    private static Optional<Duration> dripping(Fault fault) {
        if (fault instanceof Drip drip) {
            return Optional.of(drip.duration());
        }
        return fault instanceof SlowFile slow ? Optional.of(slow.duration()) : Optional.empty();
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == FaultyResponse.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == FaultyResponse.class;
    }

    @Override
    public void writeTo(
            FaultyResponse answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(answer.body());
    }
}

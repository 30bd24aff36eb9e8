package dev.darkroom.server;

import dev.darkroom.api.RequestContext;
import dev.darkroom.http.EntityWriter;
import io.vertx.core.Future;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends faulty responses. No thread waits while a response is delayed or sent slowly. */
@Provider
public class FaultyResponseWriter extends EntityWriter<FaultyResponse> {

    private final JournalRecorder journal;

    FaultyResponseWriter(JournalRecorder journal) {
        super(FaultyResponse.class);
        this.journal = journal;
    }

    @Override
    public void writeResponse(FaultyResponse response, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        context.serverResponse().setPreCommitListener(null);
        request.suspend();
        RawConnection connection = new RawConnection(response.context());
        RequestContext requestContext = RequestContext.of(response.context());
        ResponseSender sender = new ResponseSender(response, connection, journal, requestContext);
        requestContext
                .responseBarrier()
                .map(barrier -> Future.fromCompletionStage(
                        barrier, response.context().vertx().getOrCreateContext()))
                .orElseGet(Future::succeededFuture)
                .compose(passed -> connection.later(response.delay().toMillis()))
                .compose(over -> connection.isGone()
                        ? Future.succeededFuture()
                        : response.transmission().apply(sender))
                .recover(failure -> connection.close())
                .onComplete(done -> request.resume());
    }

    @Override
    public void writeTo(
            FaultyResponse response,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body) {
        throw new UnsupportedOperationException("faulty responses are sent on the event loop");
    }
}

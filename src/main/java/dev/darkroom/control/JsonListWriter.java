package dev.darkroom.control;

import dev.darkroom.http.EntityWriter;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes long lists chunk by chunk. The next chunk is computed when the client has received the previous one, so that
 * no thread waits. A list that fits into one chunk is sent with its length.
 */
@Provider
public class JsonListWriter extends EntityWriter<JsonList> {

    private final ControlExecutor executor;

    JsonListWriter(ControlExecutor executor) {
        super(JsonList.class);
        this.executor = executor;
    }

    @Override
    public void writeResponse(JsonList list, Type genericType, ServerRequestContext context) {
        JsonListChunks chunks = new JsonListChunks(list);
        byte[] first = chunks.next();
        ServerHttpResponse response = context.serverResponse();
        if (chunks.isOver()) {
            response.end(first);
            return;
        }
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        request.suspend();
        endHttp10(request.serverRequest().unwrap(RoutingContext.class));
        response.setChunked(true);
        send(first, list, chunks, response, request);
    }

    /** In HTTP/1.0 there are no chunks, so the end of the connection is the end of the list. */
    static void endHttp10(RoutingContext exchange) {
        if (exchange.request().version() == HttpVersion.HTTP_1_0) {
            exchange.response().putHeader("Connection", "close");
            exchange.addEndHandler(sent -> exchange.request().connection().close());
        }
    }

    private void send(
            byte[] chunk,
            JsonList list,
            JsonListChunks chunks,
            ServerHttpResponse response,
            ResteasyReactiveRequestContext request) {
        response.write(chunk).whenComplete((sent, failure) -> {
            if (failure != null) {
                // The client has disconnected.
                request.resume();
            } else if (chunks.isOver()) {
                response.end();
                request.resume();
            } else {
                executor.execute(list.holder(), () -> send(next(chunks, request), list, chunks, response, request));
            }
        });
    }

    /** The response has begun, so a failure can only be shown by closing the connection. */
    private static byte[] next(JsonListChunks chunks, ResteasyReactiveRequestContext request) {
        try {
            return chunks.next();
        } catch (RuntimeException e) {
            request.serverRequest().closeConnection();
            request.resume();
            throw e;
        }
    }

    @Override
    public void writeTo(
            JsonList list,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        JsonListChunks chunks = new JsonListChunks(list);
        while (!chunks.isOver()) {
            body.write(chunks.next());
        }
    }
}

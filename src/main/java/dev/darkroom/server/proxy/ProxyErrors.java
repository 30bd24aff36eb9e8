package dev.darkroom.server.proxy;

import dev.darkroom.control.ControlException;
import dev.darkroom.server.connection.ClientConnection;
import dev.darkroom.server.log.RequestLog;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/**
 * Responds to requests to a proxy that do not reach their host. Few clients show the response, so the log has it, too.
 */
@Singleton
class ProxyErrors {

    private final RequestLog log;

    ProxyErrors(RequestLog log) {
        this.log = log;
    }

    /** @param host the host that the request is for */
    void respond(RoutingContext context, String host, int status, String message) {
        log.logProxyError(context.request().method().name(), host, status, message);
        if (context.request().method() == HttpMethod.CONNECT) {
            // The client expects a tunnel on the connection, so nothing else can follow.
            ClientConnection.endAfterResponse(context);
        }
        if (context.response().closed() || context.response().ended()) {
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(Buffer.buffer(ControlException.body(status, message)));
        context.request().resume();
    }
}

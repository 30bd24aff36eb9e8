package dev.darkroom.server.connection;

import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Ends the connection to a client. In HTTP/2, only the request's stream ends, because others share the connection. */
public final class ClientConnection {

    private ClientConnection() {}

    public static boolean isShared(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }

    /** Announces that the connection ends after the response, and ends it then. The head must not have been sent. */
    public static void endAfterResponse(RoutingContext context) {
        if (isShared(context.request())) {
            // The response is complete, and the rest of the request is not needed (RFC 9113, section 8.1).
            context.addEndHandler(sent -> context.response().reset(Http2Error.NO_ERROR.code()));
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(sent -> context.request().connection().close());
        }
    }

    /** Ends the connection now, whatever has been sent. */
    public static void abort(HttpServerRequest request) {
        if (isShared(request)) {
            request.response().reset(Http2Error.CANCEL.code());
        } else {
            request.connection().close();
        }
    }
}

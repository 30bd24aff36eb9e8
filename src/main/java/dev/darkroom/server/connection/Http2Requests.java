package dev.darkroom.server.connection;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/** Passes requests over HTTP/2 to Quarkus as {@link Http2Request}, whichever socket they arrived on. */
public final class Http2Requests {

    private static final String IS_WRAPPED = Http2Requests.class.getName();

    private Http2Requests() {}

    /** Handles a new request. */
    public static void handle(HttpServerRequest request) {
        boolean isHttp2 = request.version() == HttpVersion.HTTP_2;
        if (isHttp2) {
            Vertx.currentContext().putLocal(IS_WRAPPED, true);
        }
        VertxHttpRecorder.getRootHandler()
                .handle(isHttp2 ? new Http2Request((HttpServerRequestInternal) request) : request);
    }

    /**
     * Handles a request that arrived on the socket of Quarkus again, from the beginning.
     *
     * @return false if that is not necessary
     */
    public static boolean handleAgain(RoutingContext context) {
        boolean isNew = context.request().version() == HttpVersion.HTTP_2
                && Vertx.currentContext().getLocal(IS_WRAPPED) == null;
        if (isNew) {
            handle(context.request());
        }
        return isNew;
    }
}

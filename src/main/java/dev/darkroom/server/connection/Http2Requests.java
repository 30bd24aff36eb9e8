package dev.darkroom.server.connection;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Passes requests over HTTP/2 to Quarkus as {@link Http2Request}, whichever socket they arrived on. */
@ApplicationScoped
public class Http2Requests {

    /** Before all other filters. */
    private static final int FIRST = 3000;

    private static final String IS_WRAPPED = Http2Requests.class.getName();

    void install(@Observes Filters filters) {
        filters.register(Http2Requests::wrap, FIRST);
    }

    /** Handles a new request. */
    public static void handle(HttpServerRequest request) {
        boolean isHttp2 = request.version() == HttpVersion.HTTP_2;
        if (isHttp2) {
            Vertx.currentContext().putLocal(IS_WRAPPED, true);
        }
        VertxHttpRecorder.getRootHandler()
                .handle(isHttp2 ? new Http2Request((HttpServerRequestInternal) request) : request);
    }

    /** Handles a request that arrived on the socket of Quarkus again, from the beginning. */
    private static void wrap(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2
                && Vertx.currentContext().getLocal(IS_WRAPPED) == null) {
            handle(context.request());
        } else {
            context.next();
        }
    }
}

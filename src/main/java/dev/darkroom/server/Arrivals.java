package dev.darkroom.server;

import dev.darkroom.server.connection.Http2Requests;
import dev.darkroom.server.connection.StreamOutput;
import dev.darkroom.server.proxy.ProxyRequests;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * What happens to each request once, before it is routed. These steps are no filters of their own, because every filter
 * costs time, and requests that are rerouted pass all filters twice.
 */
@Singleton
class Arrivals {

    private final StreamOutput output;
    private final ProxyRequests proxy;
    private final Cors cors;

    Arrivals(StreamOutput output, ProxyRequests proxy, Cors cors) {
        this.output = output;
        this.proxy = proxy;
        this.cors = cors;
    }

    /** Whether the request is complete, or is handled elsewhere, so that it must not be routed. */
    boolean handles(RoutingContext context) {
        if (Http2Requests.handleAgain(context)) {
            return true;
        }
        output.watch(context);
        return proxy.handles(context) || cors.handles(context);
    }
}

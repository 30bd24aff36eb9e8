package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends what happens in one sandbox, or in all of them, as server-sent events. */
@Path("/_darkroom/events")
@ControlSecured
@NonBlocking
public class EventsResource {

    private final ControlScope scope;
    private final EventSubscriptions subscriptions;

    EventsResource(ControlScope scope, EventSubscriptions subscriptions) {
        this.scope = scope;
        this.subscriptions = subscriptions;
    }

    /**
     * @param handle selects the sandbox for clients that cannot set a header, such as a browser's EventSource
     * @param maxRate how many events to send in a second; null for no limit
     */
    @GET
    public Response follow(
            @Context RoutingContext exchange,
            @Context HttpHeaders headers,
            @QueryParam("sandbox") String handle,
            @QueryParam("max_rate") String maxRate) {
        EventRate rate = Optional.ofNullable(maxRate)
                .map(text -> EventRate.of(Parameters.number("max_rate", text, 1, EventRate.MAX_PER_SECOND)))
                .orElse(EventRate.UNLIMITED);
        Optional<ApiKey> own = scope.key(headers);
        own.ifPresent(scope::sandbox);
        Optional<ApiKey> key = scope.single(
                Stream.concat(own.stream(), Stream.ofNullable(handle).map(scope::keyOf)));
        Response.ResponseBuilder response = Response.ok()
                .type(MediaType.SERVER_SENT_EVENTS_TYPE)
                .header("Cache-Control", "no-cache")
                .header("X-Accel-Buffering", "no");
        if (exchange.request().method() == HttpMethod.HEAD) {
            return response.build();
        }
        EventSubscription subscription = subscriptions.add(key, rate);
        exchange.addEndHandler(end -> subscriptions.remove(subscription));
        return response.entity(subscription).build();
    }
}

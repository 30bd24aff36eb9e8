package dev.darkroom.server.proxy;

import dev.darkroom.field.TextRules;
import dev.darkroom.server.connection.TunnelRequests;
import dev.darkroom.server.settings.ProxyConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Reads the host that a request is for, if the request names it outside the {@code Host} header: in its target, as
 * clients do that use this server as their proxy (RFC 9112, section 3.2.2), or in HTTP/2. Refuses requests to a proxy
 * for hosts that are not this server, or passes them on if {@code darkroom.proxy} says so.
 */
@Singleton
public class ProxyRequests {

    private static final String PLAIN = "http://";
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    private static final int MAX_QUOTED = 253;
    private static final String NO_TUNNEL =
            "Darkroom cannot open a tunnel on this connection: darkroom.tls is off, or the"
                    + " connection has carried another request or uses TLS. Open a new connection to the HTTP port.";

    private final Provider<OwnHosts> ownHosts;
    private final Provider<ProxyConfig> config;
    private final Provider<ForeignRequests> foreign;
    private final ProxyErrors errors;

    /** @param ownHosts resolved on use, because filters are created before the settings are validated */
    ProxyRequests(
            Provider<OwnHosts> ownHosts,
            Provider<ProxyConfig> config,
            Provider<ForeignRequests> foreign,
            ProxyErrors errors) {
        this.ownHosts = ownHosts;
        this.config = config;
        this.foreign = foreign;
        this.errors = errors;
    }

    /**
     * Reads the host of a request, and handles it if it is for a proxy only.
     *
     * @return whether the request is complete, or will be
     */
    public boolean handles(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() == HttpMethod.CONNECT) {
            handleConnect(context, withoutUser(TunnelRequests.target(request.uri())));
            return true;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            setHost(request, Optional.ofNullable(request.authority()).map(Object::toString));
            return false;
        }
        Optional<String> target = authority(request.uri());
        if (target.isPresent() && !ownHosts.get().contains(target.get())) {
            handleForeign(context, target.get());
            return true;
        }
        setHost(request, target);
        return false;
    }

    private static void setHost(HttpServerRequest request, Optional<String> authority) {
        authority.ifPresent(host -> request.headers().set(HttpHeaders.HOST, host));
    }

    /** The host and port in a target in absolute form; empty if it has another form. */
    private static Optional<String> authority(String target) {
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        return scheme < 0
                ? Optional.empty()
                : Optional.of(
                        withoutUser(target.substring(scheme + "://".length()).split("[/?#]", 2)[0]));
    }

    /** HTTP has no user and password in a target, and they must not appear in a message. */
    private static String withoutUser(String authority) {
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** A tunnel to this server begins below HTTP, in {@link TunnelRequests}, unless it is not possible. */
    private void handleConnect(RoutingContext context, String target) {
        if (ownHosts.get().isThisServer(target)) {
            errors.respond(context, target, UNAVAILABLE, NO_TUNNEL);
        } else {
            handleForeign(context, target);
        }
    }

    private void handleForeign(RoutingContext context, String host) {
        if (!config.get().mode().equals(ProxyConfig.TUNNEL)) {
            errors.respond(context, host, FORBIDDEN, refusal(host));
        } else if (context.request().method() == HttpMethod.CONNECT) {
            foreign.get().tunnel(context, host);
        } else if (!context.request().uri().regionMatches(true, 0, PLAIN, 0, PLAIN.length())) {
            errors.respond(context, host, BAD_REQUEST, "Darkroom passes on plain HTTP; use CONNECT for anything else.");
        } else {
            foreign.get().forward(context, host);
        }
    }

    private String refusal(String host) {
        String quoted = "'" + TextRules.quotable(host, MAX_QUOTED) + "'";
        return config.get().mode().equals(ProxyConfig.OFF)
                ? "Darkroom is not a proxy, because darkroom.proxy is off, so it cannot reach " + quoted + "."
                : "Darkroom is a proxy for the vendors' hosts only, and " + quoted
                        + " is none of them. Exclude the host from the proxy, for example with NO_PROXY, or set"
                        + " darkroom.proxy=tunnel to reach other hosts, and darkroom.callback.allow to reach public ones.";
    }
}

package dev.darkroom.server;

import dev.darkroom.control.ControlException;
import dev.darkroom.control.ControlHosts;
import dev.darkroom.field.TextRules;
import dev.darkroom.http.BrowserProtection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Refuses requests to the control API for a host that is not one of {@link ControlHosts}. Only
 * the host that the client itself sends counts: a page's script cannot set it, but can set {@code X-Forwarded-Host}. A
 * browser must not take responses of the control API for pages, because they quote what clients sent.
 */
@ApplicationScoped
class ControlAccess {

    private static final int FORBIDDEN = 403;
    private static final int MAX_QUOTED = 253;

    private final Provider<ControlHosts> hosts;

    /** @param hosts resolved on use, because filters are created before the settings are validated */
    ControlAccess(Provider<ControlHosts> hosts) {
        this.hosts = hosts;
    }

    /** Passes the request on, or refuses it. The body has not been read yet. */
    void check(RoutingContext context) {
        BrowserProtection.forbidSniffing(context.response().headers());
        Optional<String> refused = sentHosts(context.request()).stream()
                .filter(host -> !hosts.get().isAllowed(host))
                .findFirst();
        refused.ifPresentOrElse(host -> refuse(context, host), context::next);
    }

    /**
     * The target of the request may name a host, too (RFC 9112, section 3.2.2). HTTP/1.0 requests need not name any.
     */
    private static List<String> sentHosts(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return List.of(Objects.toString(request.authority(), ""));
        }
        List<String> hosts = new ArrayList<>(request.headers().getAll("Host"));
        String[] target = request.uri().split("://", 2);
        if (!request.uri().startsWith("/") && target.length == 2) {
            hosts.add(target[1].split("[/?#]", 2)[0]);
        }
        return hosts;
    }

    /** Does not use 421, because browsers then repeat the request on another connection. */
    private static void refuse(RoutingContext context, String host) {
        String message = "The control API does not accept the host '" + TextRules.quotable(host, MAX_QUOTED)
                + "'. This check stops web pages whose host name resolves to this server (DNS rebinding). If the name"
                + " is yours, add it to darkroom.control.hosts. The host of darkroom.public-url is always allowed.";
        context.response()
                .setStatusCode(FORBIDDEN)
                .putHeader("Content-Type", MediaType.APPLICATION_JSON)
                .end(Buffer.buffer(ControlException.body(FORBIDDEN, message)));
        context.request().resume();
    }
}

package dev.darkroom.server.proxy;

import dev.darkroom.field.TextRules;
import dev.darkroom.http.HostName;
import dev.darkroom.server.outbound.ProxyTarget;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Passes requests to a proxy on to hosts that are not this server. */
@Singleton
class ForeignRequests {

    private static final int MAX_OPEN = 200;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int MAX_QUOTED = 253;

    /** Headers of one connection (RFC 9110, section 7.6.1), and of the proxy. */
    private static final Set<String> OF_CONNECTION = Set.of(
            "connection",
            "expect",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final ProxyTarget target;
    private final ProxyErrors errors;
    private final AtomicInteger open = new AtomicInteger();

    ForeignRequests(ProxyTarget target, ProxyErrors errors) {
        this.target = target;
        this.errors = errors;
    }

    /** Connects the client to the host, and passes on what both send. */
    void tunnel(RoutingContext context, String authority) {
        if (!begin(context, authority)) {
            return;
        }
        HttpServerRequest request = context.request();
        target.connect(owner(request), host(authority), port(authority))
                .onFailure(failure -> fail(context, authority, failure))
                .onSuccess(server -> {
                    // What the host sends first must not be lost.
                    server.pause();
                    socket(request).onSuccess(client -> join(client, server)).onFailure(failure -> {
                        server.close();
                        open.decrementAndGet();
                    });
                });
    }

    /** Passes on a request in plain HTTP and its response. */
    void forward(RoutingContext context, String authority) {
        if (!begin(context, authority)) {
            return;
        }
        Promise<Void> end = Promise.promise();
        context.addEndHandler(end);
        end.future().onComplete(ended -> open.decrementAndGet());
        HttpServerRequest request = context.request();
        String uri = request.path() + (request.query() == null ? "" : "?" + request.query());
        target.open(owner(request), request.method(), host(authority), port(authority), uri)
                .onSuccess(forwarded -> {
                    // Without a handler, Vert.x logs the end of the connection as an error.
                    forwarded.exceptionHandler(failure -> {});
                    end.future().onFailure(gone -> forwarded.connection().close());
                })
                .compose(forwarded -> send(request, forwarded, authority))
                .onFailure(failure -> errors.respond(context, authority, BAD_GATEWAY, unreachable(authority, failure)))
                .onSuccess(response -> passOn(context, response));
    }

    /** The connection of the client. Vert.x throws an exception if the client has closed it. */
    private static Future<NetSocket> socket(HttpServerRequest request) {
        return Future.succeededFuture(request).compose(HttpServerRequest::toNetSocket);
    }

    private boolean begin(RoutingContext context, String authority) {
        if (open.incrementAndGet() <= MAX_OPEN) {
            return true;
        }
        open.decrementAndGet();
        errors.respond(
                context,
                authority,
                UNAVAILABLE,
                "Darkroom passes on " + MAX_OPEN + " requests to a proxy at a time. Try again.");
        return false;
    }

    private void fail(RoutingContext context, String authority, Throwable failure) {
        open.decrementAndGet();
        errors.respond(context, authority, BAD_GATEWAY, unreachable(authority, failure));
    }

    private static String unreachable(String authority, Throwable failure) {
        return "Darkroom cannot reach '" + TextRules.quotable(authority, MAX_QUOTED) + "' for its client: "
                + failure.getMessage() + ".";
    }

    private void join(NetSocket client, NetSocket server) {
        client.pipeTo(server).onComplete(end -> server.close());
        server.pipeTo(client).onComplete(end -> {
            client.close();
            open.decrementAndGet();
        });
    }

    private static Future<HttpClientResponse> send(
            HttpServerRequest request, HttpClientRequest forwarded, String authority) {
        copy(request.headers(), forwarded.headers());
        forwarded.headers().set(HttpHeaders.HOST, authority);
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
        }
        boolean hasBody = request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (!hasBody) {
            request.resume();
            return forwarded.send();
        }
        forwarded.setChunked(!forwarded.headers().contains(HttpHeaders.CONTENT_LENGTH));
        return forwarded.send(request);
    }

    private static void passOn(RoutingContext context, HttpClientResponse response) {
        HttpServerResponse forwarded = context.response();
        if (forwarded.closed()) {
            return;
        }
        forwarded.setStatusCode(response.statusCode());
        copy(response.headers(), forwarded.headers());
        forwarded.setChunked(!forwarded.headers().contains(HttpHeaders.CONTENT_LENGTH));
        Future<Void> received = response.end();
        // A response that breaks off must not look complete to the client.
        response.pipe().endOnFailure(false).to(forwarded).onFailure(failure -> {
            if (!received.isComplete()) {
                response.exceptionHandler(ended -> {});
            }
            context.request().connection().close();
        });
    }

    private static void copy(MultiMap from, MultiMap to) {
        Set<String> excluded = ofConnection(from);
        from.forEach(header -> {
            if (!excluded.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                to.add(header.getKey(), header.getValue());
            }
        });
    }

    /** The headers of a message that belong to its connection. {@code Connection} can name more of them. */
    private static Set<String> ofConnection(MultiMap headers) {
        Set<String> names = new HashSet<>(OF_CONNECTION);
        headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(names::add);
        return names;
    }

    private static Object owner(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }

    private static String host(String authority) {
        return HostName.of(authority).map(HostName::text).orElse(authority);
    }

    private static int port(String authority) {
        return OwnHosts.port(authority);
    }
}

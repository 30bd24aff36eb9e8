package dev.darkroom.server.listener;

import dev.darkroom.server.connection.Http2Requests;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;

/** Further sockets of the server besides Quarkus's own. All event loops share the connections of each socket. */
final class SharedServer {

    /** In Vert.x, servers with the same negative port share one free port. */
    private static final int ANY_PORT = -8443;

    private SharedServer() {}

    /**
     * Listens on an address with these options.
     *
     * @param options their port must be that of the server of Quarkus, whatever {@code port} is: Micrometer makes a tag
     *     of it unless it is 0, and requires the same tags of all servers
     * @param port 0 for a free one
     * @return the port; fails if the socket cannot be bound
     */
    static Future<Integer> listen(Vertx vertx, HttpServerOptions options, String host, int port) {
        VertxInternal internal = (VertxInternal) vertx;
        int sharedPort = port == 0 ? ANY_PORT : port;
        List<Future<HttpServer>> servers = new ArrayList<>();
        for (EventExecutor loop : internal.getEventLoopGroup()) {
            ContextInternal context = internal.createEventLoopContext(
                    (EventLoop) loop, null, Thread.currentThread().getContextClassLoader());
            Promise<HttpServer> listening = Promise.promise();
            context.runOnContext(now -> vertx.createHttpServer(options)
                    .requestHandler(SharedServer::handle)
                    .listen(sharedPort, host)
                    .onComplete(listening));
            servers.add(listening.future());
        }
        return Future.all(servers).map(all -> servers.get(0).result().actualPort());
    }

    /** Like Quarkus, pauses the request until a handler reads it. */
    private static void handle(HttpServerRequest request) {
        request.pause();
        Http2Requests.handle(request);
    }
}

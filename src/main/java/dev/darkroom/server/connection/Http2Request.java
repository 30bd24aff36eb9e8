package dev.darkroom.server.connection;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request over HTTP/2 that may be paused after its end, as Vert.x allows in HTTP/1. Quarkus REST pauses each request,
 * but Darkroom reads the whole body before that.
 */
final class Http2Request extends HttpServerRequestWrapper {

    Http2Request(HttpServerRequestInternal request) {
        super(request);
    }

    @Override
    public HttpServerRequest pause() {
        if (!delegate.isEnded()) {
            delegate.pause();
        }
        return this;
    }

    @Override
    public HttpServerRequest resume() {
        if (!delegate.isEnded()) {
            delegate.resume();
        }
        return this;
    }

    @Override
    public HttpServerRequest fetch(long amount) {
        if (!delegate.isEnded()) {
            delegate.fetch(amount);
        }
        return this;
    }
}

package dev.darkroom.server.connection;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request over HTTP/2 that may be paused after its end, as Vert.x allows in HTTP/1. Quarkus REST pauses each request,
 * but Darkroom reads the whole body before that.
 */
final class Http2Request extends HttpServerRequestWrapper {

    private volatile boolean isPaused;

    Http2Request(HttpServerRequestInternal request) {
        super(request);
    }

    @Override
    public HttpServerRequest pause() {
        isPaused = true;
        if (!delegate.isEnded()) {
            delegate.pause();
        }
        return this;
    }

    @Override
    public HttpServerRequest resume() {
        isPaused = false;
        if (!delegate.isEnded()) {
            delegate.resume();
        }
        return this;
    }

    @Override
    public HttpServerRequest fetch(long amount) {
        isPaused = false;
        if (!delegate.isEnded()) {
            delegate.fetch(amount);
        }
        return this;
    }

    /** A paused request has not ended, so Quarkus REST asks for its body, which Darkroom has read. */
    @Override
    public boolean isEnded() {
        return delegate.isEnded() && !isPaused;
    }
}

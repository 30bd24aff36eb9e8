package dev.darkroom.server.tls;

import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;

/** Gives {@link IssuedKeys} to Vert.x. */
record IssuedKeyOptions(IssuedKeys keys) implements KeyCertOptions {

    @Override
    public KeyCertOptions copy() {
        return this;
    }

    @Override
    public KeyManagerFactory getKeyManagerFactory(Vertx vertx) throws Exception {
        return KeyCertOptions.wrap(keys).getKeyManagerFactory(vertx);
    }

    /**
     * All hosts have the same certificate. It is issued here because Vert.x calls this function on a worker thread, but
     * the key manager on the event loop.
     */
    @Override
    public Function<String, KeyManagerFactory> keyManagerFactoryMapper(Vertx vertx) {
        return host -> {
            keys.issue();
            return null;
        };
    }
}

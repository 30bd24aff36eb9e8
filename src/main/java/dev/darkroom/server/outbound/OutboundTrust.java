package dev.darkroom.server.outbound;

import dev.darkroom.server.settings.CallbackConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Decides which certificates of receivers are trusted. Nothing is read before the first connection with TLS, and then
 * on a worker thread.
 */
@ApplicationScoped
class OutboundTrust {

    private final boolean isEverythingTrusted;
    private final TrustedCertificates certificates;
    private TrustManagerFactory managers;

    OutboundTrust(CallbackConfig config, TrustedCertificates certificates) {
        this.isEverythingTrusted =
                config.trust().filter(CallbackConfig.TRUST_ALL::equals).isPresent();
        this.certificates = certificates;
    }

    /** Returns the same options, changed. */
    HttpClientOptions applyTo(HttpClientOptions options) {
        return isEverythingTrusted
                ? options.setTrustAll(true).setVerifyHost(false)
                : options.setTrustOptions(new Options(this));
    }

    private synchronized TrustManagerFactory managers() throws GeneralSecurityException {
        if (managers == null) {
            managers = factory(keyStore());
        }
        return managers;
    }

    private KeyStore keyStore() throws GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        List<X509Certificate> all =
                Stream.concat(ofPlatform(), certificates.read().stream()).toList();
        for (int i = 0; i < all.size(); i++) {
            trusted.setCertificateEntry(Integer.toString(i), all.get(i));
        }
        return trusted;
    }

    /** The authorities that Java trusts. */
    private static Stream<X509Certificate> ofPlatform() throws GeneralSecurityException {
        return Arrays.stream(factory(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
    }

    private static TrustManagerFactory factory(KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }

    private record Options(OutboundTrust trust) implements TrustOptions {

        @Override
        public TrustOptions copy() {
            return this;
        }

        @Override
        public TrustManagerFactory getTrustManagerFactory(Vertx vertx) throws GeneralSecurityException {
            return trust.managers();
        }

        /** The same certificates are trusted for all names. */
        @Override
        public Function<String, TrustManager[]> trustManagerMapper(Vertx vertx) {
            return serverName -> null;
        }
    }
}

package dev.darkroom.server.outbound;

import dev.darkroom.http.HttpUrl;
import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains why a TLS handshake failed, in one sentence. */
final class TlsFailure {

    private static final String SETTING = "darkroom.callback.trust";
    private static final String TRUST_ALL = "set " + SETTING + "=all";

    /** How the JDK begins its sentence about a certificate for another host. */
    private static final List<String> WRONG_NAME = List.of("No subject alternative", "No name matching");

    private TlsFailure() {}

    static String reason(HttpUrl url, Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
        Throwable root = causes.get(causes.size() - 1);
        if (isAny(causes, NotSslRecordException.class)) {
            return url.endpoint() + " does not speak TLS; use an http URL";
        }
        return untrusted(url, causes)
                .map(reason -> "The certificate of " + url.endpoint() + " cannot be trusted: " + reason)
                .orElseGet(() -> "The TLS handshake with " + url.endpoint() + " failed (" + root.getMessage() + ")");
    }

    private static Optional<String> untrusted(HttpUrl url, List<Throwable> causes) {
        if (isAny(causes, CertificateExpiredException.class)) {
            return Optional.of("it has expired; renew it, or " + TRUST_ALL);
        }
        if (isAny(causes, CertificateNotYetValidException.class)) {
            return Optional.of("it is not valid yet; check the clock of this machine, or " + TRUST_ALL);
        }
        Optional<String> message = causes.stream()
                .filter(CertificateException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()))
                .findFirst();
        if (message.filter(text -> WRONG_NAME.stream().anyMatch(text::startsWith))
                .isPresent()) {
            return Optional.of(
                    "it is for another host than '" + url.host() + "'; use a name that it covers, or " + TRUST_ALL);
        }
        return message.map(text -> "it is self-signed, or its authority is unknown; set " + SETTING
                + " to the path of a PEM file with the certificate of its authority, or to all");
    }

    private static boolean isAny(List<Throwable> causes, Class<?> type) {
        return causes.stream().anyMatch(type::isInstance);
    }
}

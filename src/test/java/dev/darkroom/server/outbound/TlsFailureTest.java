package dev.darkroom.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.http.HttpUrl;
import dev.darkroom.http.HttpUrls;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What a client cannot provoke without an authority of its own; {@link OutboundClientTest} has the rest. */
class TlsFailureTest {

    private static final HttpUrl URL = HttpUrls.parse("https://host/hook").orElseThrow();

    @Test
    void namesCertificateThatIsNotValidNow() {
        assertThat(reason(new CertificateExpiredException("NotAfter: 2020")))
                .isEqualTo("The certificate of host:443 cannot be trusted: it has expired; renew it, or set"
                        + " darkroom.callback.trust=all");
        assertThat(reason(new CertificateNotYetValidException("NotBefore: 2090")))
                .contains("host:443 cannot be trusted: it is not valid yet", "darkroom.callback.trust=all");
    }

    @Test
    void repeatsWhatTheJdkSaysAboutOtherFailures() {
        assertThat(reason(new SSLHandshakeException("Received fatal alert: protocol_version")))
                .isEqualTo("The TLS handshake with host:443 failed (Received fatal alert: protocol_version)");
    }

    private static String reason(Throwable cause) {
        return TlsFailure.reason(URL, new SSLException("Failed to create SSL connection", cause));
    }
}

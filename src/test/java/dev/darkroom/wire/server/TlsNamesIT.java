package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.wire.client.RawRequest;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's certificate has the hosts of {@code darkroom.tls.names}, too. */
@ChangedNetworkSettings
class TlsNamesIT {

    private final SSLContext trust = SecureClient.trustOf(TestServer.current());

    @ParameterizedTest
    @ValueSource(
            strings = {"pictures.test", "www.shop.test", "192.0.2.7", "2001:db8::7", "localhost", "api.aivideoapi.ai"})
    void coversFurtherHosts(String host) throws IOException {
        try (SSLSocket socket = SecureSocket.to(host, trust)) {
            assertThat(RawRequest.head(socket, "GET /v1/credits HTTP/1.1\r\nHost: localhost"))
                    .startsWith("HTTP/1.1 401 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.test", "a.b.shop.test", "www.pictures.test", "192.0.2.8"})
    void coversNoOthers(String host) {
        assertThatThrownBy(() -> SecureSocket.to(host, trust))
                .isInstanceOf(SSLHandshakeException.class)
                .hasRootCauseInstanceOf(CertificateException.class);
    }

    @Test
    void certificateListsNamesAndAddresses() throws Exception {
        try (SSLSocket socket = SecureSocket.to("pictures.test", trust)) {
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];

            assertThat(certificate.getSubjectAlternativeNames())
                    .extracting(name -> name.get(0) + " " + name.get(1))
                    .contains("2 pictures.test", "2 *.shop.test", "7 192.0.2.7", "7 2001:db8:0:0:0:0:0:7");
        }
    }

    /** No server of this name exists, so the tunnel ends here. */
    @Test
    void tunnelsToFurtherHostsEndHere() throws IOException {
        assertThat(RawRequest.head("CONNECT www.shop.test:443 HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        assertThat(RawRequest.head("CONNECT www.pictures.test:443 HTTP/1.1")).startsWith("HTTP/1.1 502 ");
    }
}

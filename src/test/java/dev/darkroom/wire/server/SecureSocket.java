package dev.darkroom.wire.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Connects to the HTTPS port of the current server under any name, as if the name led there. */
final class SecureSocket {

    private SecureSocket() {}

    /**
     * Connects, and completes the handshake.
     *
     * @param host sent as the SNI name if it is a name; the certificate must have it
     */
    static SSLSocket to(String host, SSLContext trust) throws IOException {
        URI https = URI.create(TestServer.current().httpsUrl());
        Socket plain = new Socket(https.getHost(), https.getPort());
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, host, https.getPort(), true);
        try {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}

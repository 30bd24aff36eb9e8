package dev.darkroom.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a server needs to prove its identity.
 *
 * @param chain the server's certificate, and the one that signed it
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {}

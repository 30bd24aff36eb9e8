package dev.darkroom.server.tls;

import dev.darkroom.certificate.LocalAuthority;
import dev.darkroom.certificate.ServerCertificate;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** A certificate that the server's own authority issues when the first client needs it. */
final class IssuedKeys extends X509ExtendedKeyManager {

    private static final String ALIAS = "darkroom";

    private final LocalAuthority authority;
    private final Supplier<Collection<String>> hosts;
    private ServerCertificate issued;

    IssuedKeys(LocalAuthority authority, Supplier<Collection<String>> hosts) {
        this.authority = authority;
        this.hosts = hosts;
    }

    /** Issues the certificate, unless that has been done. It takes some tenths of a second. */
    synchronized ServerCertificate issue() {
        if (issued == null) {
            try {
                issued = authority.get().issue(hosts.get(), Instant.now());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The certificate for HTTPS cannot be issued", e);
            }
        }
        return issued;
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return issue().key().getAlgorithm().equals(keyType) ? ALIAS : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return issue().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return issue().key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}

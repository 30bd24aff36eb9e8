package dev.darkroom.server.tls;

import dev.darkroom.certificate.AuthorityFiles;
import dev.darkroom.certificate.LocalAuthority;
import dev.darkroom.certificate.TrustStore;
import dev.darkroom.control.ControlException;
import dev.darkroom.server.settings.TlsConfig;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The certificate that clients must trust for HTTPS. It is public, so it needs no token. */
@Path("/_darkroom")
@Blocking
public class CertificateResource {

    private final LocalAuthority authority;
    private final TlsConfig config;
    private byte[] trustStore;

    CertificateResource(LocalAuthority authority, TlsConfig config) {
        this.authority = authority;
        this.config = config;
    }

    @GET
    @Path("/ca.pem")
    @Produces("application/x-pem-file")
    public byte[] pem() throws GeneralSecurityException {
        requireAuthority();
        return AuthorityFiles.pem(authority.get()).getBytes(StandardCharsets.US_ASCII);
    }

    /** A trust store for Java; its password is {@link TrustStore#PASSWORD}. */
    @GET
    @Path("/ca.p12")
    @Produces("application/x-pkcs12")
    public synchronized byte[] trustStore() throws GeneralSecurityException {
        requireAuthority();
        if (trustStore == null) {
            // Its password is stretched, which takes some milliseconds.
            trustStore = TrustStore.of(authority.get().certificate());
        }
        return trustStore;
    }

    private void requireAuthority() {
        if (!config.isEnabled()) {
            throw ControlException.notFound("HTTPS is off (darkroom.tls=off), so there is no certificate to trust.");
        }
        if (config.certificate().isPresent()) {
            throw ControlException.notFound("The server uses the certificate of darkroom.tls.certificate. Clients must"
                    + " trust the authority that signed it.");
        }
    }
}

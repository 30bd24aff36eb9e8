package dev.darkroom.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.cert.AuthorityKeyIdentifierExtension;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.ExtendedKeyUsageExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.SubjectKeyIdentifierExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;
import org.wildfly.security.x500.cert.util.KeyUtil;

/**
 * A certificate authority that exists only on this machine. Clients that trust its certificate trust the server.
 *
 * @param certificate the root certificate
 * @param key the key that signs the certificates of servers
 */
public record CertificateAuthority(X509Certificate certificate, PrivateKey key) {

    private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3650);

    /** Browsers reject the certificates of servers that are valid for more than 398 days. */
    private static final Duration SERVER_LIFETIME = Duration.ofDays(397);

    /** The clocks of containers and of their hosts may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private static final String KEYS = "EC";
    private static final int KEY_BITS = 256;
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 120;
    private static final int NAME_BYTES = 4;
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    /**
     * Creates an authority with a new key. Its name differs from those of others, because clients look for an authority
     * by its name.
     *
     * @param now the time at which the certificate becomes valid
     */
    public static CertificateAuthority create(Instant now) throws GeneralSecurityException {
        KeyPair keys = newKeys();
        byte[] keyId = KeyUtil.getKeyIdentifier(keys.getPublic());
        X500Principal subject =
                new X500Principal("CN=Darkroom CA " + HexFormat.of().formatHex(keyId, 0, NAME_BYTES));
        X509Certificate certificate = builder(now, AUTHORITY_LIFETIME)
                .setSubjectDn(subject)
                .setIssuerDn(subject)
                .setPublicKey(keys.getPublic())
                .setSigningKey(keys.getPrivate())
                .addExtension(new BasicConstraintsExtension(true, true, 0))
                .addExtension(new KeyUsageExtension(KeyUsage.keyCertSign, KeyUsage.cRLSign))
                .addExtension(new SubjectKeyIdentifierExtension(keyId))
                .build();
        return new CertificateAuthority(certificate, keys.getPrivate());
    }

    /**
     * Issues a certificate for a server.
     *
     * @param hosts names, with or without a wildcard, and IP addresses; at least one
     * @param now the time at which the certificate becomes valid
     */
    public ServerCertificate issue(Collection<String> hosts, Instant now) throws GeneralSecurityException {
        KeyPair keys = newKeys();
        X509Certificate server = builder(now, SERVER_LIFETIME)
                .setSubjectDn(new X500Principal("CN=Darkroom"))
                .setIssuerDn(certificate.getSubjectX500Principal())
                .setPublicKey(keys.getPublic())
                .setSigningKey(key)
                .addExtension(new SubjectAlternativeNamesExtension(false, SubjectNames.of(hosts)))
                .addExtension(new KeyUsageExtension(KeyUsage.digitalSignature))
                .addExtension(new ExtendedKeyUsageExtension(false, List.of(SERVER_AUTHENTICATION)))
                .addExtension(new SubjectKeyIdentifierExtension(KeyUtil.getKeyIdentifier(keys.getPublic())))
                .addExtension(new AuthorityKeyIdentifierExtension(
                        KeyUtil.getKeyIdentifier(certificate.getPublicKey()), List.of(), null))
                .build();
        return new ServerCertificate(keys.getPrivate(), List.of(server, certificate));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(KEYS);
        generator.initialize(KEY_BITS);
        return generator.generateKeyPair();
    }

    private static X509CertificateBuilder builder(Instant now, Duration lifetime) {
        return new X509CertificateBuilder()
                .setSerialNumber(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS))
                .setSignatureAlgorithmName(SIGNATURE)
                .setNotValidBefore(now.minus(CLOCK_SKEW).atZone(ZoneOffset.UTC))
                .setNotValidAfter(now.plus(lifetime).minus(CLOCK_SKEW).atZone(ZoneOffset.UTC));
    }
}

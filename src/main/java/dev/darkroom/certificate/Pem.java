package dev.darkroom.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and private keys as text (RFC 7468). */
public final class Pem {

    private static final int LINE_LENGTH = 64;
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(LINE_LENGTH, "\n".getBytes(ISO_8859_1));

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final Pattern CERTIFICATES = Pattern.compile(begin(CERTIFICATE) + "[^-]*" + end(CERTIFICATE));

    private Pem() {}

    static String of(X509Certificate certificate) throws CertificateException {
        return block(CERTIFICATE, certificate.getEncoded());
    }

    static String of(PrivateKey key) {
        return block(PRIVATE_KEY, key.getEncoded());
    }

    /**
     * Reads all certificates of a file, which may also have keys and comments. There is at least one.
     *
     * @throws CertificateException if the file has none, or one that is invalid; the message is half a sentence
     */
    public static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = CERTIFICATES.matcher(Files.readString(file, ISO_8859_1));
        while (blocks.find()) {
            certificates.add(certificate(factory, blocks.group(), certificates.size() + 1));
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("the file has no certificate in PEM format");
        }
        return certificates;
    }

    private static X509Certificate certificate(CertificateFactory factory, String block, int number)
            throws CertificateException {
        try {
            byte[] pem = block.getBytes(ISO_8859_1);
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new CertificateException("certificate " + number + " of the file is invalid", e);
        }
    }

    /** @throws GeneralSecurityException if the text has no private key of this algorithm in PKCS #8 */
    static PrivateKey privateKey(String pem, String algorithm) throws GeneralSecurityException {
        String text = pem.replace(begin(PRIVATE_KEY), "").replace(end(PRIVATE_KEY), "");
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not a private key in PEM", e);
        }
    }

    private static String block(String label, byte[] bytes) {
        return begin(label) + "\n" + ENCODER.encodeToString(bytes) + "\n" + end(label) + "\n";
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}

package dev.darkroom.server.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the certificates in PEM files (RFC 7468), which may also have keys and comments. */
public final class PemCertificates {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    private PemCertificates() {}

    /**
     * Reads all certificates of a file; there is at least one.
     *
     * @throws CertificateException if the file has none, or one that is invalid; the message is half a sentence
     */
    public static List<X509Certificate> read(Path file) throws IOException, CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(file, ISO_8859_1));
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
}

package dev.darkroom.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

/** A trust store for Java clients, in the format PKCS #12. */
public final class TrustStore {

    /** The usual password of Java's trust stores, which hold nothing secret. */
    public static final String PASSWORD = "changeit";

    private TrustStore() {}

    /** A trust store that trusts this authority only. */
    public static byte[] of(X509Certificate authority) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("darkroom", authority);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, PASSWORD.toCharArray());
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new GeneralSecurityException("the trust store cannot be written", e);
        }
    }
}

package dev.darkroom.server.settings;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.impl.KeyStoreHelper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** The private key of the certificate that the settings name. */
final class CertificateKey {

    private CertificateKey() {}

    /**
     * Whether a file has the private key of a certificate.
     *
     * @param certificates the file that begins with the certificate
     */
    static boolean isKeyOf(X509Certificate certificate, Path certificates, Path key) {
        try {
            return isPair(read(key, certificates), certificate.getPublicKey());
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    /** Reads the key as the server will, so that every format that works is accepted. */
    private static PrivateKey read(Path key, Path certificates) throws IOException, GeneralSecurityException {
        PemKeyCertOptions pem = new PemKeyCertOptions()
                .setKeyValue(Buffer.buffer(Files.readAllBytes(key)))
                .setCertValue(Buffer.buffer(Files.readAllBytes(certificates)));
        try {
            // The file system of Vert.x is not needed, because the options have no paths.
            KeyStore store = pem.loadKeyStore(null);
            return (PrivateKey)
                    store.getKey(store.aliases().nextElement(), KeyStoreHelper.DUMMY_PASSWORD.toCharArray());
        } catch (Exception e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static boolean isPair(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        byte[] text = {1};
        String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(text);
        return signature.verify(signed);
    }
}

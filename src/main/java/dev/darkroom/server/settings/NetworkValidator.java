package dev.darkroom.server.settings;

import dev.darkroom.api.SettingErrors;
import dev.darkroom.certificate.Pem;
import dev.darkroom.control.ControlHosts;
import dev.darkroom.http.HostName;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the settings of HTTPS, of the proxy, and for web pages. */
@Singleton
class NetworkValidator implements ConfigValidator {

    private static final Set<String> PROXY_MODES = Set.of(ProxyConfig.VENDORS, ProxyConfig.TUNNEL, ProxyConfig.OFF);
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[A-Za-z0-9._\\[\\]:-]+");

    private final TlsConfig tls;
    private final ProxyConfig proxy;
    private final CorsConfig cors;

    NetworkValidator(TlsConfig tls, ProxyConfig proxy, CorsConfig cors) {
        this.tls = tls;
        this.proxy = proxy;
        this.cors = cors;
    }

    @Override
    public List<String> errors() {
        SettingErrors errors = SettingErrors.under("darkroom.")
                .require(PROXY_MODES.contains(proxy.mode()), "proxy", proxy.mode(), "vendors, tunnel or off");
        boolean isAlone = cors.cors().size() == 1;
        for (String origin : cors.cors()) {
            boolean isKeyword = origin.equals(CorsConfig.ANY) || origin.equals(CorsConfig.OFF);
            boolean isValid = isKeyword ? isAlone : ORIGIN.matcher(origin).matches();
            errors.require(isValid, "cors", origin, "*, off, or origins such as http://localhost:3000");
        }
        return Stream.concat(errors.all().stream(), tlsErrors().stream()).toList();
    }

    private List<String> tlsErrors() {
        SettingErrors errors = SettingErrors.under("darkroom.tls.").port("port", tls.port());
        for (String name : tls.names().orElse(List.of())) {
            boolean isHost =
                    ControlHosts.isEntry(name) || HostName.of("[" + name + "]").isPresent();
            errors.require(
                    isHost, "names", name, "a host name, such as darkroom.test or *.example.test, or an address");
        }
        errors.require(
                tls.certificate().isPresent() == tls.key().isPresent(),
                "certificate",
                tls.certificate().orElse(""),
                "set together with darkroom.tls.key");
        requireFile(errors, "certificate", tls.certificate());
        requireFile(errors, "key", tls.key());
        if (isReadable(tls.certificate()) && isReadable(tls.key())) {
            requirePair(
                    errors,
                    Path.of(tls.certificate().orElseThrow()),
                    Path.of(tls.key().orElseThrow()));
        }
        return errors.all();
    }

    private static void requireFile(SettingErrors errors, String setting, Optional<String> file) {
        file.ifPresent(path -> errors.require(isReadable(file), setting, path, "a PEM file that Darkroom can read"));
    }

    private static boolean isReadable(Optional<String> file) {
        return file.map(Path::of)
                .filter(Files::isReadable)
                .filter(Files::isRegularFile)
                .isPresent();
    }

    /** With another key, every TLS handshake would fail, and clients would see only that. */
    private static void requirePair(SettingErrors errors, Path certificate, Path key) {
        try {
            X509Certificate first = Pem.certificates(certificate).get(0);
            String rule = "a PEM file with the private key of the first certificate in darkroom.tls.certificate="
                    + certificate + ", without a password";
            errors.require(CertificateKey.isKeyOf(first, certificate, key), "key", key, rule);
        } catch (IOException | CertificateException e) {
            errors.require(false, "certificate", certificate, "a PEM file with certificates: " + e.getMessage());
        }
    }
}

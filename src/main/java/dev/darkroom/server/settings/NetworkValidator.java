package dev.darkroom.server.settings;

import dev.darkroom.api.SettingErrors;
import dev.darkroom.control.ControlHosts;
import dev.darkroom.http.HostName;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return errors.all();
    }

    private static void requireFile(SettingErrors errors, String setting, Optional<String> file) {
        file.ifPresent(path ->
                errors.require(Files.isReadable(Path.of(path)), setting, path, "a PEM file that Darkroom can read"));
    }
}

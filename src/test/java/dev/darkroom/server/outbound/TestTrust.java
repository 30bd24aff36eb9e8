package dev.darkroom.server.outbound;

import dev.darkroom.server.settings.CallbackConfig;
import dev.darkroom.server.settings.TlsConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Creates the trust of the requests that the server makes itself, without a server. */
final class TestTrust {

    private TestTrust() {}

    /** @param settings settings below {@code darkroom.} */
    static OutboundTrust of(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(CallbackConfig.class)
                .withMapping(TlsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 400))
                .withSources(new PropertiesConfigSource(Map.of("darkroom.tls", "false"), "no authority", 300))
                .build();
        CallbackConfig callback = config.getConfigMapping(CallbackConfig.class);
        return new OutboundTrust(
                callback, new TrustedCertificates(callback, config.getConfigMapping(TlsConfig.class), null));
    }
}

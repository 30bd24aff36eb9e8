package dev.darkroom.server;

import dev.darkroom.server.settings.CallbackConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Creates the trust of the requests that the server makes itself, without a server. */
final class TestTrust {

    private TestTrust() {}

    /** @param settings settings below {@code darkroom.} */
    static OutboundTrust of(Map<String, String> settings) {
        CallbackConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(CallbackConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 400))
                .build()
                .getConfigMapping(CallbackConfig.class);
        return new OutboundTrust(config, new TrustedCertificates(config));
    }
}

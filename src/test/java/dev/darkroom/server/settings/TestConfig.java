package dev.darkroom.server.settings;

import com.tngtech.archunit.core.domain.JavaClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Reads the server's configuration without a server. */
final class TestConfig {

    private static final int ENVIRONMENT_ORDINAL = 300;

    private TestConfig() {}

    /** The defaults and {@code application.yaml}, overridden by environment variables. */
    static SmallRyeConfig of(Map<String, String> environment) {
        return of(new EnvConfigSource(environment, ENVIRONMENT_ORDINAL));
    }

    static SmallRyeConfig of(ConfigSource source) {
        URL yaml = TestConfig.class.getResource("/application.yaml");
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(source);
        TestBeans.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(JavaClass::reflect)
                .forEach(builder::withMapping);
        try {
            return builder.withSources(new YamlConfigSource(yaml)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

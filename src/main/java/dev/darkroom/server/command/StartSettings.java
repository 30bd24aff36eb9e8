package dev.darkroom.server.command;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The settings for commands that do not start the server. They come from the same places as the server's: options and
 * system properties, environment variables, {@code config/application.yaml}.
 */
public final class StartSettings {

    private static final int ENVIRONMENT_ORDINAL = 300;
    private static final int FILE_ORDINAL = 265;

    private final SmallRyeConfig config;

    private StartSettings(SmallRyeConfig config) {
        this.config = config;
    }

    /** Reads the settings of this process, in its working folder. */
    public static StartSettings read() {
        return read(System.getenv(), Path.of("config/application.yaml"));
    }

    static StartSettings read(Map<String, String> environment, Path file) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new SysPropConfigSource(), new EnvConfigSource(environment, ENVIRONMENT_ORDINAL));
        if (Files.isRegularFile(file)) {
            try {
                builder.withSources(new YamlConfigSource(file.toUri().toURL(), FILE_ORDINAL));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new StartSettings(builder.build());
    }

    Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class);
    }
}

package dev.darkroom.server.settings;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.RoutingConfig;
import dev.darkroom.control.ControlConfig;
import dev.darkroom.http.NetworkConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of all settings, as the {@code @ConfigMapping} interfaces declare them. They come from the classes that are
 * generated for these interfaces at build time, so that a native executable has them too.
 *
 * @param all every name, except those of particular keys
 * @param booleans the names in {@code all} whose values are true or false, recognized by their default
 * @param ofKey the names that may follow {@code darkroom.sandboxes."<key>".}
 */
record SettingNames(Set<String> all, Set<String> booleans, Set<String> ofKey) {

    /** The prefix of the settings of particular keys. */
    static final String SEEDED = "darkroom.sandboxes.";

    /** The interfaces of the settings that do not belong to a dialect. */
    static final List<Class<?>> SHARED = List.of(
            NetworkConfig.class,
            RoutingConfig.class,
            ServerConfig.class,
            LogConfig.class,
            ProcessConfig.class,
            ChaosConfig.class,
            SandboxConfig.class,
            SandboxesConfig.class,
            LifecycleConfig.class,
            CallbackConfig.class,
            LimitsConfig.class,
            ReferencesConfig.class,
            JournalConfig.class,
            ControlConfig.class,
            TlsConfig.class,
            ProxyConfig.class,
            CorsConfig.class);

    private static final String ANY_KEY = SEEDED + "*.";
    private static final String LIST_ENTRY = "[*]";

    static SettingNames of(Collection<Dialect> dialects) {
        return ofMappings(Stream.concat(SHARED.stream(), dialects.stream().map(Dialect::configMapping)));
    }

    private static SettingNames ofMappings(Stream<Class<?>> mappings) {
        Map<String, String> defaults = new TreeMap<>();
        mappings.map(ConfigClass::configClass).map(ConfigClass::getProperties).forEach(defaults::putAll);
        defaults.keySet().removeIf(name -> name.endsWith(LIST_ENTRY));
        Map<Boolean, Set<String>> byOwner = defaults.keySet().stream()
                .collect(Collectors.partitioningBy(name -> name.startsWith(ANY_KEY), Collectors.toUnmodifiableSet()));
        return new SettingNames(
                byOwner.get(false),
                byOwner.get(false).stream()
                        .filter(name -> isBoolean(defaults.get(name)))
                        .collect(Collectors.toUnmodifiableSet()),
                byOwner.get(true).stream()
                        .map(name -> name.substring(ANY_KEY.length()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean isBoolean(String defaultValue) {
        return "true".equals(defaultValue) || "false".equals(defaultValue);
    }
}

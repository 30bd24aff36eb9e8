package dev.darkroom.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.darkroom.api.Dialects;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingNamesTest {

    private static final List<Class<?>> MAPPINGS = TestBeans.CLASSES.stream()
            .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
            .<Class<?>>map(JavaClass::reflect)
            .toList();

    private final Dialects dialects = new TestBeans(TestConfig.of(Map.of())).create(Dialects.class);
    private final SettingNames names = SettingNames.of(dialects.all());

    @Test
    void matchSettingsListedInReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Pattern.compile("^\\| `(darkroom[^`]*)` \\|", Pattern.MULTILINE)
                        .matcher(readme)
                        .results()
                        .map(MatchResult::group)
                        .map(row -> row.replaceAll("[|` ]", "")))
                .containsExactlyInAnyOrderElementsOf(names.all());
    }

    @Test
    void includeEveryMapping() {
        assertThat(MAPPINGS)
                .filteredOn(mapping -> !mapping.getPackageName().startsWith("dev.darkroom.dialect."))
                .containsExactlyInAnyOrderElementsOf(SettingNames.SHARED);
        assertThat(MAPPINGS)
                .filteredOn(mapping -> mapping.getPackageName().startsWith("dev.darkroom.dialect."))
                .containsExactlyInAnyOrderElementsOf(dialects.all().stream()
                        .<Class<?>>map(dialect -> dialect.configMapping())
                        .toList());
    }

    /** Booleans are recognized by their default, so a boolean without one would not be checked. */
    @Test
    void includeEveryBoolean() {
        assertThat(MAPPINGS.stream()
                        .map(ConfigClass::configClass)
                        .flatMap(mapping -> ConfigMappings.getProperties(mapping).entrySet().stream())
                        .filter(property -> isBoolean(property.getValue()))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(names.booleans())
                .contains("darkroom.references.fetch", "darkroom.getimg.strict");
    }

    private static boolean isBoolean(Property property) {
        Class<?> type = property.getMethod().getReturnType();
        return type == boolean.class
                || property.getMethod().getGenericReturnType().getTypeName().contains("java.lang.Boolean");
    }
}

package dev.darkroom.server.settings;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.darkroom.api.Dialect;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Creates beans from a configuration by calling their constructors, without a server. Arguments of types from other
 * libraries are null, because the settings do not need them.
 */
final class TestBeans {

    static final JavaClasses CLASSES =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.darkroom");

    private static final List<? extends Class<?>> DIALECTS = CLASSES.stream()
            .filter(type -> type.isAssignableTo(Dialect.class) && !type.isInterface())
            .map(JavaClass::reflect)
            .toList();

    private final SmallRyeConfig config;

    TestBeans(SmallRyeConfig config) {
        this.config = config;
    }

    <T> T create(Class<T> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments =
                Arrays.stream(constructor.getParameters()).map(this::argument).toArray();
        try {
            return type.cast(constructor.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot create " + type, e);
        }
    }

    private Object argument(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == List.class) {
            return DIALECTS.stream().map(this::create).toList();
        }
        if (type == Config.class) {
            return config;
        }
        if (type.isAnnotationPresent(ConfigMapping.class)) {
            return config.getConfigMapping(type);
        }
        return type.getName().startsWith("dev.darkroom.") ? create(type) : null;
    }
}

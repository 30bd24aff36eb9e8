package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The control API's OpenAPI document and the code agree. */
class ControlContractTest {

    private static final String BASE = "/_darkroom";
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    /** Those of the paths of files, which have no other parameters. */
    private static final Set<String> PATH_PARAMETERS = Set.of("name", "folder", "file");

    private Map<String, Object> document;

    @BeforeEach
    void read() throws IOException {
        try (Reader reader = Files.newBufferedReader(
                java.nio.file.Path.of("src/main/resources").resolve(Documents.CONTROL_CONTRACT))) {
            document = new Yaml().load(reader);
        }
    }

    @Test
    void documentsExactlyTheImplementedOperations() {
        assertThat(documented()).isEqualTo(implemented());
    }

    @Test
    void documentsTheQueryParametersOfEachRequest() {
        Map<String, List<String>> documented = new TreeMap<>();
        documented().forEach(request -> {
            String[] parts = request.split(" ");
            Object parameters =
                    map("paths", parts[1], parts[0].toLowerCase(Locale.ROOT)).get("parameters");
            List<String> names = parameters == null ? List.of() : names((List<?>) parameters);
            if (!names.isEmpty() && !PATH_PARAMETERS.containsAll(names)) {
                documented.put(request, names);
            }
        });

        assertThat(documented).isEqualTo(QueryParameters.BY_REQUEST);
    }

    @Test
    void everyJsonResponseCanBeIndented() {
        map("paths").keySet().stream().filter(path -> !isDocument(path)).forEach(path -> assertThat(
                        map("paths", path).get("parameters").toString())
                .as(path)
                .contains("parameters/Pretty"));
    }

    @Test
    void documentsEveryFaultWithAllItsComponents() {
        Map<String, Object> faults = map("components", "schemas", "Then", "properties");

        Map<String, Set<String>> implemented = FaultTypes.ALL.stream()
                .collect(Collectors.toMap(
                        FaultType::name, type -> new TreeSet<>(type.components()), (components, more) -> {
                            components.addAll(more);
                            return components;
                        }));
        assertThat(faults.keySet()).isEqualTo(implemented.keySet());
        implemented.forEach((name, components) ->
                assertThat(properties(faults.get(name))).as(name).isEqualTo(components));
    }

    /** Whether the path is that of files, which are served unchanged. */
    private static boolean isDocument(String path) {
        return path.contains(".") || path.equals("/docs") || path.startsWith("/console");
    }

    private Set<String> documented() {
        Set<String> operations = new TreeSet<>();
        map("paths").forEach((path, item) -> ((Map<?, ?>) item)
                .keySet().stream()
                        .map(Object::toString)
                        .filter(VERBS::contains)
                        .forEach(verb -> operations.add(verb.toUpperCase() + " " + path)));
        return operations;
    }

    private static Set<String> implemented() {
        Collection<JavaClass> resources = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.darkroom.control", "dev.darkroom.console", "dev.darkroom.server.tls")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .filter(type -> path(type).startsWith(BASE))
                        .toList();
        return resources.stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(ControlContractTest::operation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operation(JavaMethod method) {
        String methodPath =
                method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String path = path(method.getOwner()).substring(BASE.length()) + methodPath;
        return method.getAnnotations().stream()
                .flatMap(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
                .map(verb -> verb.value() + " " + (path.isEmpty() ? "/" : path));
    }

    private static String path(JavaClass type) {
        return type.getAnnotationOfType(Path.class).value();
    }

    /** The properties of a schema's object forms. */
    private static Set<String> properties(Object schema) {
        Set<String> names = new TreeSet<>();
        Object forms = ((Map<?, ?>) schema).get("anyOf");
        if (forms != null) {
            for (Object form : (List<?>) forms) {
                Object properties = ((Map<?, ?>) form).get("properties");
                if (properties != null) {
                    ((Map<?, ?>) properties).keySet().forEach(name -> names.add(name.toString()));
                }
            }
        }
        return names;
    }

    private static List<String> names(List<?> parameters) {
        List<String> names = new ArrayList<>();
        parameters.forEach(
                parameter -> names.add(((Map<?, ?>) parameter).get("name").toString()));
        return names;
    }

    private Map<String, Object> map(String... path) {
        @SuppressWarnings("unchecked")
        Map<String, Object> found = (Map<String, Object>) find(path);
        return found;
    }

    private List<?> list(String... path) {
        return (List<?>) find(path);
    }

    private Object find(String... path) {
        Object found = document;
        for (String name : path) {
            found = ((Map<?, ?>) found).get(name);
        }
        return found;
    }
}

package dev.darkroom;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** What an OpenAPI document names: the fields of its schemas, and its error codes. */
final class ContractFields {

    private final Map<String, Object> schemas;

    private ContractFields(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    static ContractFields read(Path document) throws IOException {
        try (Reader reader = Files.newBufferedReader(document)) {
            Map<String, Object> root = new Yaml().load(reader);
            return new ContractFields(child(child(root, "components"), "schemas"));
        }
    }

    /** Fields as {@code Schema.path}, without those that only hold others, and codes. */
    Set<String> all() {
        Set<String> names = new TreeSet<>();
        schemas.keySet().forEach(schema -> addFields(schema, child(schemas, schema), names));
        codes(child(schemas, "Error")).forEach(code -> names.add(code.toString()));
        return names;
    }

    /** They stand in the envelope itself, or in the {@code error} in it. */
    private static List<?> codes(Map<String, Object> envelope) {
        Map<String, Object> properties = child(envelope, "properties");
        Map<String, Object> error = child(properties, "error");
        Map<String, Object> holder = error.isEmpty() ? properties : child(error, "properties");
        return (List<?>) child(holder, "code").get("enum");
    }

    private static void addFields(String path, Map<String, Object> schema, Set<String> names) {
        Map<String, Object> properties = child(schema, "properties");
        properties.keySet().forEach(name -> {
            Map<String, Object> field = child(properties, name);
            if (field.containsKey("properties")) {
                addFields(path + "." + name, field, names);
            } else if (!field.containsKey("$ref")) {
                names.add(path + "." + name);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.getOrDefault(name, Map.of());
    }
}

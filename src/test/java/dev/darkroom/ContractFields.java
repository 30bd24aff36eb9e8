package dev.darkroom;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** The schema fields and the error codes of an OpenAPI document. */
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

    /** The fields as {@code Schema.path}, except those that only contain other fields, and the error codes. */
    Set<String> all() {
        Set<String> names = new TreeSet<>();
        schemas.keySet().forEach(schema -> addFields(schema, child(schemas, schema), names));
        errorCodes(child(schemas, "Error")).stream()
                .filter(Objects::nonNull)
                .forEach(code -> names.add(code.toString()));
        return names;
    }

    /** The codes, and null if the vendor sends it, are listed in the envelope itself or in its {@code error} object. */
    private static List<?> errorCodes(Map<String, Object> envelope) {
        Map<String, Object> properties = child(envelope, "properties");
        Map<String, Object> error = child(properties, "error");
        Map<String, Object> parent = error.isEmpty() ? properties : child(error, "properties");
        return (List<?>) child(parent, "code").get("enum");
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

package dev.darkroom.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * Checks that the code and the contract agree on whether a request body is valid. Unpaired surrogates are excluded.
 * They are not valid Unicode, so no schema can describe them.
 */
public final class ContractAgreement {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String dialect;
    private final String schema;
    private final JsonSchema contract;
    private final Function<FieldReader, String> validation;
    private final ErrorResponses errors;

    /** @param validation throws an error or returns its message; returns an empty text for a valid body */
    public ContractAgreement(String dialect, ErrorResponses errors, Function<FieldReader, String> validation) {
        this(dialect, "CreateRequest", errors, validation);
    }

    /** @param schema the name of the schema of the body in the contract */
    public ContractAgreement(
            String dialect, String schema, ErrorResponses errors, Function<FieldReader, String> validation) {
        this.dialect = dialect;
        this.schema = schema;
        this.contract = contract();
        this.errors = errors;
        this.validation = validation;
    }

    /** Asserts that code and contract agree, and returns whether the body is valid. */
    public boolean check(String json) {
        Set<ValidationMessage> violations = contract.validate(json, InputFormat.JSON);
        String error = errorOf(json);

        assertThat(error.isEmpty())
                .as("%s%nerror from the code: %s%nerrors from the contract: %s", json, error, violations)
                .isEqualTo(violations.isEmpty());
        return violations.isEmpty();
    }

    private String errorOf(String json) {
        try {
            return validation.apply(
                    new FieldReader(new JsonObject(Json.readObject(json.getBytes(UTF_8))), errors::ofField));
        } catch (ApiException error) {
            return error.getMessage();
        } catch (Json.MalformedJsonException malformed) {
            return malformed.getMessage();
        }
    }

    /** The JSON Schema of the body. JSON Schema has no {@code nullable}; it lists null among the types. */
    private JsonSchema contract() {
        Map<String, Object> document = document();
        allowNull(document);
        document.put("$ref", "#/components/schemas/" + schema);
        return JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(
                        MAPPER.<JsonNode>valueToTree(document),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .regularExpressionFactory(ContractAgreement::ecmaScript)
                                .build());
    }

    public Map<String, Object> document() {
        try {
            return new Yaml().load(Files.readString(Path.of("src/main/resources/contract/" + dialect + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void allowNull(Object node) {
        if (node instanceof Map<?, ?> schema) {
            schema.values().forEach(ContractAgreement::allowNull);
            if (Boolean.TRUE.equals(schema.get("nullable"))) {
                ((Map<String, Object>) schema).put("type", List.of(schema.get("type"), "null"));
            }
        } else if (node instanceof List<?> list) {
            list.forEach(ContractAgreement::allowNull);
        }
    }

    /** OpenAPI patterns follow ECMAScript, where {@code $} does not match before a final line break. */
    private static RegularExpression ecmaScript(String pattern) {
        Pattern java = Pattern.compile(pattern.replaceAll("\\$$", "\\\\z"));
        return value -> java.matcher(value).find();
    }
}

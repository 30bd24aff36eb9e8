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
 * Holds what the code says of a body against what the contract says of it. Half surrogate pairs are left out: no schema can
 * speak of what is no Unicode.
 */
public final class Agreement {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String dialect;
    private final JsonSchema contract;
    private final Function<FieldReader, String> refusal;
    private final ErrorResponses errors;

    /** @param refusal what the code has against a body: an exception, or a text that is empty when it has nothing */
    public Agreement(String dialect, ErrorResponses errors, Function<FieldReader, String> refusal) {
        this.dialect = dialect;
        this.contract = contract();
        this.errors = errors;
        this.refusal = refusal;
    }

    /** @return whether the body is right; both must say so, or both must not */
    public boolean check(String json) {
        Set<ValidationMessage> faults = contract.validate(json, InputFormat.JSON);
        String refusal = refusalOf(json);

        assertThat(refusal.isEmpty())
                .as("%s%nthe code says: %s%nthe contract says: %s", json, refusal, faults)
                .isEqualTo(faults.isEmpty());
        return faults.isEmpty();
    }

    private String refusalOf(String json) {
        try {
            return refusal.apply(
                    new FieldReader(new JsonObject(Json.readObject(json.getBytes(UTF_8))), errors::ofField));
        } catch (ApiException error) {
            return error.getMessage();
        } catch (Json.MalformedJson malformed) {
            return malformed.getMessage();
        }
    }

    /** The schema of a create request, as JSON Schema has it: there a type may be null, and is not called nullable. */
    private JsonSchema contract() {
        Map<String, Object> document = document();
        allowNull(document);
        document.put("$ref", "#/components/schemas/CreateRequest");
        return JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(
                        MAPPER.<JsonNode>valueToTree(document),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .regularExpressionFactory(Agreement::ecmaScript)
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
            schema.values().forEach(Agreement::allowNull);
            if (Boolean.TRUE.equals(schema.get("nullable"))) {
                ((Map<String, Object>) schema).put("type", List.of(schema.get("type"), "null"));
            }
        } else if (node instanceof List<?> list) {
            list.forEach(Agreement::allowNull);
        }
    }

    /** Patterns of OpenAPI are ECMAScript's, where a dollar never stands before a line's end. */
    private static RegularExpression ecmaScript(String pattern) {
        Pattern java = Pattern.compile(pattern.replaceAll("\\$$", "\\\\z"));
        return value -> java.matcher(value).find();
    }
}

package dev.darkroom.dialect.aivideoapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import dev.darkroom.dialect.Check;
import dev.darkroom.image.ImageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.yaml.snakeyaml.Yaml;

/**
 * The code and the contract say the same of every body. The bodies are made of values that are right, nearly right and
 * wrong, in every mixture. Half surrogate pairs are left out: no schema can speak of what is no Unicode.
 */
class ContractAgreementTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GenerationRequestReader reader = new GenerationRequestReader(new DefaultConfig());
    private final JsonSchema contract = contract();

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void agreeOnWholeBodies(@ForAll("bodies") Map<String, Object> body) throws JsonProcessingException {
        Statistics.collect(agree(MAPPER.writeValueAsString(body)));
        Statistics.coverage(verdicts -> {
            verdicts.check(true).percentage(share -> share > 10);
            verdicts.check(false).percentage(share -> share > 10);
        });
    }

    @Property(tries = 1000)
    void agreeOnCallbackAddresses(@ForAll("addresses") String url) throws JsonProcessingException {
        agree(MAPPER.writeValueAsString(
                Map.of("model", "gpt-image-2", "input", Map.of("prompt", "p"), "callback_url", url)));
    }

    @Property(tries = 1000)
    void agreeOnReferences(@ForAll("addresses") String url) throws JsonProcessingException {
        agree(MAPPER.writeValueAsString(Map.of("model", "gpt-image-2", "input", Map.of("image_urls", List.of(url)))));
    }

    @Example
    void theContractHasThePatternsOfTheCode() {
        String schemas = document().toString();

        assertThat(schemas).contains("pattern=^" + Fields.HTTP_ADDRESS + "$");
        assertThat(schemas).contains("pattern=^" + GenerationRequestReader.HTTP_URL + "$");
    }

    /** The schema of a create request, as JSON Schema has it: there a type may be null, and is not called nullable. */
    private static JsonSchema contract() {
        Map<String, Object> document = document();
        allowNull(document);
        document.put("$ref", "#/components/schemas/CreateRequest");
        return JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(
                        MAPPER.<JsonNode>valueToTree(document),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .regularExpressionFactory(ContractAgreementTest::ecmaScript)
                                .build());
    }

    private static Map<String, Object> document() {
        try {
            return new Yaml().load(Files.readString(Path.of("src/main/resources/contract/aivideoapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void allowNull(Object node) {
        if (node instanceof Map<?, ?> schema) {
            schema.values().forEach(ContractAgreementTest::allowNull);
            if (Boolean.TRUE.equals(schema.get("nullable"))) {
                ((Map<String, Object>) schema).put("type", List.of(schema.get("type"), "null"));
            }
        } else if (node instanceof List<?> list) {
            list.forEach(ContractAgreementTest::allowNull);
        }
    }

    /** Patterns of OpenAPI are ECMAScript's, where a dollar never stands before a line's end. */
    private static RegularExpression ecmaScript(String pattern) {
        Pattern java = Pattern.compile(pattern.replaceAll("\\$$", "\\\\z"));
        return value -> java.matcher(value).find();
    }

    /** Whether the body is right; both must say so, or both must not. */
    private boolean agree(String json) {
        Set<ValidationMessage> faults = contract.validate(json, InputFormat.JSON);
        String refusal = refusal(json);

        assertThat(refusal.isEmpty())
                .as("%s%nthe code says: %s%nthe contract says: %s", json, refusal, faults)
                .isEqualTo(faults.isEmpty());
        return faults.isEmpty();
    }

    private String refusal(String json) {
        try {
            Fields body = reader.parse("application/json", json.getBytes(UTF_8));
            reader.read(body);
            return reader.model(body).equals(GenerationRequestReader.MODEL) ? "" : "no such model";
        } catch (ApiError error) {
            return error.getMessage();
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return RequestBodies.bodies();
    }

    @Provide
    Arbitrary<String> addresses() {
        return RequestBodies.addresses();
    }

    private static final class DefaultConfig implements AiVideoApiConfig {

        @Override
        public ImageFormat outputFormat() {
            return ImageFormat.PNG;
        }

        @Override
        public String autoRatioOfEdits() {
            return "1:1";
        }

        @Override
        public Duration urlExpiry() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public PriceList prices() {
            return PriceList.V1;
        }

        @Override
        public boolean flatBody() {
            return true;
        }

        @Override
        public boolean dataUris() {
            return false;
        }

        @Override
        public List<Check> checks() {
            return List.of(Check.values());
        }
    }
}

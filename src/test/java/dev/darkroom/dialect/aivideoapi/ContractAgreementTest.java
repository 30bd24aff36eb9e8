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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.yaml.snakeyaml.Yaml;

/**
 * The code and the contract say the same of every body. The bodies are made of values that are right, nearly right and
 * wrong, in every mixture. Half surrogate pairs are left out: no schema can speak of what is no Unicode.
 */
class ContractAgreementTest {

    private static final Object MISSING = new Object();
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
        Arbitrary<Object> input = Arbitraries.frequencyOf(
                Tuple.of(10, inputs().map(fields -> (Object) fields)),
                Tuple.of(3, values(MISSING, null, "p", 1, List.of())));
        Arbitrary<Map<String, Object>> flat =
                Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Map.of())), Tuple.of(1, inputs()));
        return Combinators.combine(
                        mostly("gpt-image-2", MISSING, null, "", "dall-e-3", "GPT-IMAGE-2", 5, List.of()),
                        input,
                        mostly(MISSING, null, "https://e.com/hook", "", "ftp://e.com", 5, Map.of()),
                        flat)
                .as((model, in, callback, top) -> {
                    Map<String, Object> body = new LinkedHashMap<>(top);
                    put(body, "model", model);
                    put(body, "input", in);
                    put(body, "callback_url", callback);
                    return body;
                });
    }

    private static Arbitrary<Map<String, Object>> inputs() {
        String url = "https://e.com/a.png";
        Arbitrary<Object> ratios = Arbitraries.frequencyOf(
                Tuple.of(1, values(MISSING, null)),
                Tuple.of(4, Arbitraries.of(AspectRatio.values()).map(AspectRatio::wireName)),
                Tuple.of(1, values("3:1", "", "AUTO", 1, List.of("1:1"))));
        return Combinators.combine(
                        mostly(
                                "p",
                                MISSING,
                                null,
                                "",
                                "ü🎞",
                                "p".repeat(20_000),
                                "🎞".repeat(20_000),
                                "🎞".repeat(20_001),
                                "a\0",
                                5,
                                true),
                        mostly(
                                MISSING,
                                null,
                                List.of(),
                                List.of(url),
                                Collections.nCopies(16, url),
                                Collections.nCopies(17, url),
                                List.of("x"),
                                Collections.singletonList(null),
                                List.of(1),
                                url,
                                Map.of()),
                        ratios,
                        mostly("4k", MISSING, null, "1k", "2k", "8k", "4K", "", 4),
                        mostly(MISSING, null, true, false, "true", 1),
                        values(MISSING, 1, Map.of("deep", List.of(1))))
                .as((prompt, images, ratio, resolution, checker, extra) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    put(fields, "prompt", prompt);
                    put(fields, "image_urls", images);
                    put(fields, "aspect_ratio", ratio);
                    put(fields, "resolution", resolution);
                    put(fields, "nsfw_checker", checker);
                    put(fields, "size", extra);
                    return fields;
                });
    }

    @Provide
    Arbitrary<String> addresses() {
        return Combinators.combine(
                        mostlyText(
                                "http://",
                                "https://",
                                "HTTPS://",
                                "ftp://",
                                "http:/",
                                "http:",
                                "",
                                " http://",
                                "javascript:"),
                        mostlyText("", "u@", "u:p@", "u@v@", "ü@"),
                        mostlyText(
                                "e.com",
                                "localhost",
                                "my_app",
                                "10.0.0.1",
                                "[::1]",
                                "[::1",
                                "[g::1]",
                                "ü.de",
                                "",
                                "a b",
                                "e.com.",
                                "-",
                                "1a",
                                "300.1.1.1",
                                "a%20b"),
                        mostlyText("", ":", ":80", ":65535", ":65536", ":99999", ":0", ":8a", ":00080", ":000080"),
                        mostlyText(
                                "",
                                "/",
                                "/a b",
                                "/a?b=c#d",
                                "?q",
                                "#f",
                                "#f#g",
                                "/%zz",
                                "/%41",
                                "/ü",
                                "/\0",
                                "/a\nb",
                                "\\",
                                "/[x]",
                                "/{x}",
                                "/a|b",
                                " ",
                                "\r\n",
                                "/\u2028",
                                "/\u00a0"))
                .as((scheme, user, host, port, path) -> scheme + user + host + port + path);
    }

    /** One of these, the first nine times as often as all others together. */
    private static Arbitrary<Object> mostly(Object usual, Object... others) {
        return Arbitraries.frequencyOf(Tuple.of(9, values(usual)), Tuple.of(1, values(others)));
    }

    private static Arbitrary<String> mostlyText(String usual, String... others) {
        return mostly(usual, (Object[]) others).map(String.class::cast);
    }

    private static Arbitrary<Object> values(Object... values) {
        return Arbitraries.of(Arrays.asList(values));
    }

    private static void put(Map<String, Object> fields, String name, Object value) {
        if (value != MISSING) {
            fields.put(name, value);
        }
    }

    private static final class DefaultConfig implements AiVideoApiConfig {

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

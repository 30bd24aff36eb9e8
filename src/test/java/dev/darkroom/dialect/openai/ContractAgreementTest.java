package dev.darkroom.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.api.ContractAgreement;
import dev.darkroom.api.NoReferences;
import dev.darkroom.http.HttpUrls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The code and the contracts of OpenAI and Azure accept the same bodies, except where a schema cannot express a rule. */
class ContractAgreementTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OpenAiConfig config = new DefaultConfig();
    private final OpenAiErrors errors = new OpenAiErrors();
    private final AzureErrors azureErrors = new AzureErrors();
    private final ImageSettings openAi =
            new ImageSettings(ApiProfile.openAi(OpenAi.NAME, errors, config.profile()), config);
    private final ImageSettings azure = new ImageSettings(ApiProfile.azure(Azure.NAME, azureErrors), config);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void codeAndContractAgreeOnGenerations(@ForAll("generations") Map<String, Object> body)
            throws JsonProcessingException {
        check(generations(OpenAi.NAME, openAi), body);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void codeAndContractAgreeOnEdits(@ForAll("edits") Map<String, Object> body) throws JsonProcessingException {
        check(edits(OpenAi.NAME, openAi), body);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void codeAndContractAgreeOnGenerationsOfAzure(@ForAll("generationsOfAzure") Map<String, Object> body)
            throws JsonProcessingException {
        check(generations(Azure.NAME, azure), body);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void codeAndContractAgreeOnEditsOfAzure(@ForAll("editsOfAzure") Map<String, Object> body)
            throws JsonProcessingException {
        check(edits(Azure.NAME, azure), body);
    }

    @Example
    void contractsHaveUrlPatternOfCode() {
        for (ContractAgreement agreement : List.of(edits(OpenAi.NAME, openAi), edits(Azure.NAME, azure))) {
            assertThat(agreement.document().toString()).contains("pattern=^(" + HttpUrls.PATTERN + "|");
        }
    }

    private static void check(ContractAgreement agreement, Map<String, Object> body) throws JsonProcessingException {
        Statistics.collect(agreement.check(MAPPER.writeValueAsString(body)));
        Statistics.coverage(verdicts -> {
            verdicts.check(true).percentage(share -> share > 10);
            verdicts.check(false).percentage(share -> share > 10);
        });
    }

    private static ContractAgreement generations(String dialect, ImageSettings settings) {
        return agreement(dialect, "CreateRequest", new GenerationReader(settings, Optional.empty()), settings);
    }

    private static ContractAgreement edits(String dialect, ImageSettings settings) {
        EditReader reader = new EditReader(settings, Optional.empty(), new NoReferences());
        return agreement(dialect, "EditRequest", reader, settings);
    }

    private static ContractAgreement agreement(
            String dialect, String schema, ImageReader reader, ImageSettings settings) {
        return new ContractAgreement(dialect, schema, settings.errors(), body -> {
            reader.read(body);
            return "";
        });
    }

    @Provide
    Arbitrary<Map<String, Object>> generations() {
        return ImageBodies.generations("gpt-image-2", "gpt-image-1.5", "gpt-image-2.6-flare");
    }

    @Provide
    Arbitrary<Map<String, Object>> edits() {
        return ImageBodies.edits("gpt-image-2", "gpt-image-1.5", "gpt-image-2.6-flare");
    }

    @Provide
    Arbitrary<Map<String, Object>> generationsOfAzure() {
        return ImageBodies.generations("gpt-image-2", "my-deployment");
    }

    /** A schema cannot know which model a deployment has, so these bodies lack what only some models accept. */
    @Provide
    Arbitrary<Map<String, Object>> editsOfAzure() {
        return ImageBodies.edits("gpt-image-2", "my-deployment").filter(body -> body.get("input_fidelity") == null);
    }
}

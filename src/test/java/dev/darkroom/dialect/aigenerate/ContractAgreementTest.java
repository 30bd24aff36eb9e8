package dev.darkroom.dialect.aigenerate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.api.ContractAgreement;
import dev.darkroom.api.NoReferences;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.HttpUrls;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The code accepts the same bodies as the dialect's OpenAPI contract. */
class ContractAgreementTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final AiGenerateConfig config = new DefaultConfig();
    private final AiGenerateErrorResponses errors = new AiGenerateErrorResponses(config, new Envelope(config));
    private final CreateTaskReader reader = new CreateTaskReader(
            new Models(config),
            new InputReader(new ImageSpecs(config), errors, config),
            new NoReferences(),
            errors,
            new Retries(config));
    private final ContractAgreement agreement = new ContractAgreement(AiGenerate.NAME, errors, this::rejection);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void codeAndContractAgreeOnBodies(@ForAll("bodies") Map<String, Object> body) throws JsonProcessingException {
        Statistics.collect(agreement.check(MAPPER.writeValueAsString(body)));
        Statistics.coverage(verdicts -> {
            verdicts.check(true).percentage(share -> share > 10);
            verdicts.check(false).percentage(share -> share > 10);
        });
    }

    @Example
    void contractHasUrlPatternsOfCode() {
        String schemas = agreement.document().toString();

        assertThat(schemas).contains("pattern=^" + HttpUrls.PATTERN + "$");
    }

    private String rejection(FieldReader body) {
        reader.read(body);
        return "";
    }

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return RequestBodies.bodies();
    }
}

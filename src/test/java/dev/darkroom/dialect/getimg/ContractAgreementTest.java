package dev.darkroom.dialect.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.api.Check;
import dev.darkroom.api.ContractAgreement;
import dev.darkroom.api.NoReferences;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.HttpUrls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The code and the contract accept the same bodies. */
class ContractAgreementTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GetImgConfig config = new DefaultConfig();
    private final GenerationReader reader = new GenerationReader(config, new NoReferences());
    private final ContractAgreement agreement =
            new ContractAgreement(GetImg.NAME, new GetImgErrorResponses(), this::rejection);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void codeAndContractAgreeOnBodies(@ForAll("bodies") Map<String, Object> body) throws JsonProcessingException {
        Statistics.collect(agreement.check(MAPPER.writeValueAsString(body)));
        Statistics.coverage(verdicts -> {
            verdicts.check(true).percentage(share -> share > 10);
            verdicts.check(false).percentage(share -> share > 10);
        });
    }

    @Example
    void contractHasUrlPatternOfCode() {
        assertThat(agreement.document().toString()).contains("pattern=^" + HttpUrls.PATTERN + "$");
    }

    private String rejection(FieldReader body) {
        reader.read(body);
        return reader.model(body).equals(Model.ID) ? "" : "unknown model";
    }

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return GenerationBodies.bodies();
    }

    private static final class DefaultConfig implements GetImgConfig {

        @Override
        public Duration urlExpiry() {
            return Duration.ofDays(1);
        }

        @Override
        public boolean strict() {
            return false;
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

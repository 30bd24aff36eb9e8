package dev.darkroom.dialect.reapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.api.Check;
import dev.darkroom.api.ContractAgreement;
import dev.darkroom.api.MixedValues;
import dev.darkroom.api.NoReferences;
import dev.darkroom.field.FieldReader;
import java.time.Duration;
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

/** The code and the contract accept and reject the same bodies, except where a schema cannot express a rule. */
class ContractAgreementTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ReApiConfig config = new DefaultConfig();
    private final ConfiguredCodes codes = new ConfiguredCodes(config);
    private final ReApiErrorResponses errors = new ReApiErrorResponses(codes);
    private final ReApi dialect = new ReApi(config, codes, errors);
    private final GenerationRequestReader reader =
            new GenerationRequestReader(config, codes, errors, new NoReferences(), url -> Optional.empty());
    private final ContractAgreement agreement = new ContractAgreement(ReApi.NAME, errors, this::error);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void agreesOnWholeBodies(@ForAll("bodies") Map<String, Object> body) throws JsonProcessingException {
        Statistics.collect(agreement.check(MAPPER.writeValueAsString(body)));
        Statistics.coverage(verdicts -> {
            verdicts.check(true).percentage(share -> share > 10);
            verdicts.check(false).percentage(share -> share > 10);
        });
    }

    @Property
    void agreesOnReferences(@ForAll("addresses") String url) throws JsonProcessingException {
        agreement.check(MAPPER.writeValueAsString(Map.of("prompt", "p", "image_urls", List.of(url))));
    }

    @Example
    void contractHasPatternOfCode() {
        assertThat(agreement.document().toString()).contains("pattern=^" + PublicUrls.PATTERN + "$");
    }

    private String error(FieldReader body) {
        reader.read(body);
        return dialect.profile().models().contains(reader.model(body)) ? "" : "no such model";
    }

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return RequestBodies.bodies();
    }

    @Provide
    Arbitrary<String> addresses() {
        return MixedValues.addresses();
    }

    private static final class DefaultConfig implements ReApiConfig {

        @Override
        public boolean fileHost() {
            return true;
        }

        @Override
        public PriceList prices() {
            return PriceList.LISTED;
        }

        @Override
        public boolean requireModel() {
            return false;
        }

        @Override
        public boolean promptOrImages() {
            return false;
        }

        @Override
        public boolean strict() {
            return false;
        }

        @Override
        public boolean beta() {
            return false;
        }

        @Override
        public boolean privateUrls() {
            return false;
        }

        @Override
        public Optional<List<String>> codes() {
            return Optional.empty();
        }

        @Override
        public boolean autoRatio() {
            return true;
        }

        @Override
        public Duration urlExpiry() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public List<Check> checks() {
            return Check.USUAL_ORDER;
        }
    }
}

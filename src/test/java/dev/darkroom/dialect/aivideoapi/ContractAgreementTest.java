package dev.darkroom.dialect.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.api.Check;
import dev.darkroom.api.ContractAgreement;
import dev.darkroom.api.MixedValues;
import dev.darkroom.api.NoReferences;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.image.ImageFormat;
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

/**
 * The code and the contract accept and reject the same bodies. The bodies mix valid, nearly valid and invalid values.
 * Half surrogate pairs are excluded, because a schema cannot describe strings that are not Unicode.
 */
class ContractAgreementTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final AiVideoApiConfig config = new DefaultConfig();
    private final GenerationRequestReader reader = new GenerationRequestReader(
            new AiVideoApi(config), config, new ImageSpecs(config), new NoReferences(), url -> Optional.empty());
    private final ContractAgreement agreement =
            new ContractAgreement(AiVideoApi.NAME, new AiVideoApiErrorResponses(), this::error);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void agreesOnWholeBodies(@ForAll("bodies") Map<String, Object> body) throws JsonProcessingException {
        Statistics.collect(agreement.check(MAPPER.writeValueAsString(body)));
        Statistics.coverage(verdicts -> {
            verdicts.check(true).percentage(share -> share > 10);
            verdicts.check(false).percentage(share -> share > 10);
        });
    }

    @Property
    void agreesOnCallbackUrls(@ForAll("addresses") String url) throws JsonProcessingException {
        agreement.check(MAPPER.writeValueAsString(
                Map.of("model", "gpt-image-2", "input", Map.of("prompt", "p"), "callback_url", url)));
    }

    @Property
    void agreesOnReferences(@ForAll("addresses") String url) throws JsonProcessingException {
        agreement.check(
                MAPPER.writeValueAsString(Map.of("model", "gpt-image-2", "input", Map.of("image_urls", List.of(url)))));
    }

    @Example
    void contractHasPatternsOfCode() {
        String schemas = agreement.document().toString();

        assertThat(schemas).contains("pattern=^" + HttpUrls.PATTERN + "$");
    }

    private String error(FieldReader body) {
        reader.read(body);
        return reader.model(body).equals(GenerationRequestReader.MODEL) ? "" : "no such model";
    }

    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        return RequestBodies.bodies();
    }

    @Provide
    Arbitrary<String> addresses() {
        return MixedValues.addresses();
    }

    private static final class DefaultConfig implements AiVideoApiConfig {

        @Override
        public boolean fileHost() {
            return true;
        }

        @Override
        public ImageFormat outputFormat() {
            return ImageFormat.PNG;
        }

        @Override
        public boolean autoRatio() {
            return false;
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

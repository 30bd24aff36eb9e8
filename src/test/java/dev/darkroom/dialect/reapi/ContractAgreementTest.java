package dev.darkroom.dialect.reapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.api.Check;
import dev.darkroom.api.ContractAgreement;
import dev.darkroom.api.MixedValues;
import dev.darkroom.api.NoReferences;
import dev.darkroom.api.image.OwnImages;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.JsonObject;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.Plan;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
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
    private final ContractAgreement agreement = agreement(url -> Optional.empty());

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
        assertThat(agreement.document().toString()).contains("pattern=^(" + PublicUrls.PATTERN + "|");
    }

    @Property
    void agreesOnOwnImages(@ForAll("hosts") String host, @ForAll("paths") String path) throws JsonProcessingException {
        String url = host + path;
        ContractAgreement withImage = agreement(image -> image.equals(url) ? Optional.of(task()) : Optional.empty());
        Map<String, Object> body =
                Map.of("model", "gpt-image-2-official", "prompt", "p", "image_urls", List.of(url), "mask_url", url);

        assertThat(withImage.check(MAPPER.writeValueAsString(body))).isTrue();
    }

    /** The contract cannot tell which ids are those of tasks, so only the code refuses such URLs. */
    @Property
    void refusesPrivateUrlsOfOtherImages(@ForAll("hosts") String host, @ForAll("paths") String path) {
        FieldReader body = new FieldReader(
                new JsonObject(Json.object().put("prompt", "p").set("image_urls", Json.toTree(List.of(host + path)))),
                errors::ofField);

        assertThatThrownBy(() -> error(reader(url -> Optional.empty()), body))
                .hasMessage("Invalid parameter: image_urls[0]. It must be a public http(s) URL.");
    }

    private GenerationRequestReader reader(OwnImages images) {
        return new GenerationRequestReader(config, codes, errors, new NoReferences(), url -> Optional.empty(), images);
    }

    private ContractAgreement agreement(OwnImages images) {
        GenerationRequestReader reader = reader(images);
        return new ContractAgreement(ReApi.NAME, errors, body -> error(reader, body));
    }

    private static TaskView task() {
        TaskSpec unused = null;
        return new TaskView(
                new UUID(0, 0),
                new UUID(0, 0),
                0,
                unused,
                Instant.EPOCH,
                TaskStatus.COMPLETED,
                Optional.empty(),
                new Plan(Instant.EPOCH, Instant.EPOCH, new Outcome.Completes()),
                false,
                Optional.empty());
    }

    private String error(GenerationRequestReader reader, FieldReader body) {
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

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.of(
                "http://localhost:9500",
                "http://127.0.0.1:9500",
                "https://host.docker.internal",
                "http://[::1]:9500",
                "http://192.168.0.7");
    }

    /** The paths of all vendors' images, since any image may be edited with this API. */
    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(
                "/media/tasks/f1640000000040008000000000000000/0.png",
                "/reapi/media/tasks/f1640000000040008000000000000000/3.webp?x=/y#z",
                "/images/2026/11/29/f1640000000040008000000000000000.png",
                "/files/jobs/job_f1640000000040008000000000000000.jpg",
                "/v2/downloads/01KB6M0Q8GZZZZZZZZZZZZZZZZ/0");
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

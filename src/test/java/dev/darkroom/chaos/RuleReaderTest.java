package dev.darkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.FaultTarget;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.chaos.fault.Gateway;
import dev.darkroom.chaos.fault.ProxyTimeout;
import dev.darkroom.chaos.fault.Reset;
import dev.darkroom.chaos.fault.SlowFile;
import dev.darkroom.chaos.fault.SlowTask;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleReaderTest {

    @Test
    void readsAllFieldsOfRule() {
        FaultRule rule = TestRules.read("{\"name\":\"flaky\",\"when\":{\"operation\":\"create\",\"dialect\":\"one\","
                        + "\"model\":\"gpt-*\",\"prompt\":\"light.*house\",\"probability\":0.2,\"skip\":2,\"times\":3,"
                        + "\"ttl\":\"10m\",\"window\":{\"after\":\"1s\",\"duration\":\"2s\",\"every\":\"1m\"},"
                        + "\"ramp\":\"30s\"},\"then\":{\"reset\":{\"fraction\":0.5,\"after\":\"1s\"}}}")
                .get(0);

        assertThat(rule.name()).isEqualTo("flaky");
        assertThat(rule.fault()).isEqualTo(new Reset(0.5, Duration.ofSeconds(1), true));
        assertThat(rule.condition().operations()).containsExactly(Operation.CREATE);
        assertThat(rule.condition().dialect()).contains("one");
        assertThat(rule.condition().model()).contains(new Wildcard("gpt-*"));
        assertThat(rule.condition().probability()).isEqualTo(0.2);
        assertThat(rule.condition().skip()).isEqualTo(2);
        assertThat(rule.condition().times()).contains(3);
        assertThat(rule.condition().ttl()).contains(Duration.ofMinutes(10));
        assertThat(rule.condition().ramp()).contains(Duration.ofSeconds(30));
        assertThat(rule.condition().window())
                .contains(new Window(Duration.ofSeconds(1), Duration.ofSeconds(2), Optional.of(Duration.ofMinutes(1))));
    }

    @Test
    void operationSelectsAmongFaultsWithTheSameName() {
        assertThat(then("task", "\"slow\":3")).isEqualTo(new SlowTask(3, Optional.empty()));
        assertThat(then("file", "\"slow\":\"3s\"")).isEqualTo(new SlowFile(Duration.ofSeconds(3)));
        assertThat(then("file", "\"reset\":true")).isEqualTo(new Reset(0, Duration.ZERO, false));
        assertThat(then("task", "\"slow\":{\"min\":\"1s\",\"max\":\"2s\"}"))
                .isEqualTo(
                        new SlowTask(1, Optional.of(new Latency.Range(Duration.ofSeconds(1), Duration.ofSeconds(2)))));
    }

    @Test
    void gatewayWithTimeWaitsForResponsesOfTasks() {
        FaultRule rule = TestRules.read("{\"then\":{\"gateway\":{\"status\":524,\"after\":\"60s\"}}}")
                .get(0);

        assertThat(rule.fault()).isEqualTo(new ProxyTimeout(524, Duration.ofMinutes(1)));
        assertThat(rule.condition().operations()).containsExactly(Operation.CREATE);
        assertThat(rule.fault().type().read("then", rule.fault().components())).isEqualTo(rule.fault());
        assertThat(then("create", "\"gateway\":{\"after\":\"1s\",\"processed\":true}"))
                .isEqualTo(new ProxyTimeout(504, Duration.ofSeconds(1)));
        assertThat(then("create", "\"gateway\":true")).isEqualTo(new Gateway(502, false));
    }

    static Stream<FaultType> types() {
        return FaultTypes.ALL.stream();
    }

    /** Uses a suitable value where {@code true} is not valid. */
    @ParameterizedTest
    @MethodSource("types")
    void readsEveryFaultBackFromItsComponents(FaultType type) {
        Fault fault = type.read("then", exampleValue(type));

        assertThat(type.read("then", fault.components())).isEqualTo(fault);
        assertThat(fault.type()).isSameAs(type);
        assertThat(type.components()).containsAll(fault.components().keySet());
    }

    private static Object exampleValue(FaultType type) {
        return switch (type.name()) {
            case "error" -> {
                Map<String, Object> headers = new HashMap<>(Map.of("X-Number", 7));
                headers.put("Server", null);
                yield Map.of(
                        "code",
                        "upstream_error",
                        "status",
                        200,
                        "retry_after",
                        "5s",
                        "retry_after_as",
                        "date",
                        "headers",
                        headers,
                        "body",
                        "{}",
                        "processed",
                        true);
            }
            case "latency", "delay" -> Map.of("median", "1s", "p95", "2s");
            case "fail" -> Map.of("code", "upstream_error", "after", "3s");
            case "reset" -> Map.of("fraction", 0.25, "after", "1s");
            case "gateway" -> 504;
            default -> true;
        };
    }

    @Test
    void generatesNameForUnnamedRule() {
        assertThat(
                        TestRules.read(
                                "{\"then\":{\"stall\":true},\"when\":{\"probability\":0.5}},"
                                        + "{\"name\":\"stall-2\",\"then\":{\"stall\":{}},\"when\":{\"times\":1}},{\"then\":{\"stall\":true}}"))
                .extracting(FaultRule::name)
                .containsExactly("stall-1", "stall-2", "stall-3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "5 | 'rules[0]' is invalid. It must be an object",
                "{\"then\":{\"slow\":2}} | 'rules[0].when.operation' is invalid. 'slow' is a fault of tasks and of files",
                "{\"when\":{\"operation\":\"poll\"},\"then\":{\"stall\":true}} | This fault does not apply to 'poll'. Use one of: error, gateway,",
                "{\"when\":{\"operation\":\"push\"},\"then\":{\"stall\":true}} | Use one of: create, poll, credits, file, task, callback.",
                "{\"when\":{\"probability\":0},\"then\":{\"stall\":true}} | 'rules[0].when.probability' is invalid. It must be a number from 0.000001 to 1.",
                "{\"when\":{\"probability\":\"0.5\"},\"then\":{\"stall\":true}} | 'rules[0].when.probability' is invalid.",
                "{\"when\":{\"times\":0},\"then\":{\"stall\":true}} | 'rules[0].when.times' is invalid. It must be a whole number from 1",
                "{\"when\":{\"skip\":1.5},\"then\":{\"stall\":true}} | 'rules[0].when.skip' is invalid.",
                "{\"when\":{\"ttl\":\"0s\"},\"then\":{\"stall\":true}} | 'rules[0].when.ttl' is invalid. It must be a duration from 1ms",
                "{\"when\":{\"foo\":1},\"then\":{\"stall\":true}} | 'rules[0].when.foo' is invalid. It is not a field here. Use: operation, dialect,",
                "{\"when\":5,\"then\":{\"stall\":true}} | 'rules[0].when' is invalid. It must be an object.",
                "{\"when\":{\"dialect\":\"third\"},\"then\":{\"stall\":true}} | 'rules[0].when.dialect' is invalid. Use one of: one, other.",
                "{\"when\":{\"prompt\":\"(\"},\"then\":{\"stall\":true}} | 'rules[0].when.prompt' is invalid. It must be a regular expression",
                "{\"when\":{\"task_id\":\"x\"},\"then\":{\"stall\":true}} | 'rules[0].when.task_id' is invalid. It must be the id of a task.",
                "{\"when\":{\"operation\":\"credits\",\"prompt\":\"x\"},\"then\":{\"reset\":true}} | 'rules[0].when.prompt' is invalid. It never matches",
                "{\"when\":{\"operation\":\"credits\",\"model\":\"x\"},\"then\":{\"reset\":true}} | 'rules[0].when.model' is invalid. It never matches",
                "{\"when\":{\"operation\":\"create\",\"task_id\":\"0c0d9a52-7d2b-4c58-9a51-3f5b7d1e88aa\"},\"then\":{\"reset\":true}} | It never matches, because a task has no id before",
                "{\"when\":{\"window\":{}},\"then\":{\"stall\":true}} | 'rules[0].when.window.duration' is invalid.",
                "{\"when\":{\"window\":{\"duration\":\"5s\",\"every\":\"5s\"}},\"then\":{\"stall\":true}} | 'rules[0].when.window.every' is invalid.",
                "{\"when\":{\"ttl\":\"5s\",\"window\":{\"after\":\"5s\",\"duration\":\"1s\"}},\"then\":{\"stall\":true}} | It never opens, because the ttl ends first.",
                "{\"then\":{}} | 'rules[0].then' is invalid. It must be an object with one fault. Use one of: error,",
                "{\"then\":{\"stall\":true,\"fail\":true}} | 'rules[0].then' is invalid.",
                "{\"then\":{\"explode\":true}} | 'rules[0].then' is invalid. Use one of: error,",
                "{} | 'rules[0].then' is invalid.",
                "{\"then\":{\"stall\":false}} | 'rules[0].then.stall' is invalid. It can only be true.",
                "{\"then\":{\"stall\":{\"x\":1}}} | 'rules[0].then.stall.x' is invalid. There are no fields here.",
                "{\"then\":{\"error\":\"nope\"}} | 'rules[0].then.error' is invalid. Use one of the codes: rate_limit_exceeded, upstream_error.",
                "{\"then\":{\"error\":\"only_here\"}} | 'rules[0].then.error' is invalid. Use one of the codes: rate_limit_exceeded, upstream_error. A code that only some vendors have needs 'dialect' in 'when'.",
                "{\"then\":{\"error\":true}} | 'rules[0].then.error.code' is invalid. Name an error code, or give a status",
                "{\"then\":{\"error\":{\"status\":199}}} | 'rules[0].then.error.status' is invalid. It must be a whole number from 200 to 599.",
                "{\"then\":{\"error\":{\"processed\":true}}} | 'rules[0].then.error.code' is invalid. Name an error code, or give a status",
                "{\"then\":{\"error\":{\"status\":201,\"processed\":false}}} | 'rules[0].then.error.processed' is invalid. A request that gets its usual response",
                "{\"then\":{\"error\":{\"headers\":{\"Content-Length\":\"5\"}}}} | 'rules[0].then.error.headers.Content-Length' is invalid. It belongs to the connection.",
                "{\"then\":{\"error\":{\"headers\":{\"transfer-encoding\":null}}}} | 'rules[0].then.error.headers.transfer-encoding' is invalid.",
                "{\"then\":{\"error\":{\"headers\":{\"darkroom-fault\":null}}}} | 'rules[0].then.error.headers.darkroom-fault' is invalid. Darkroom's own headers",
                "{\"then\":{\"error\":{\"headers\":{\"X\":\"a\\r\\nb: c\"}}}} | 'rules[0].then.error.headers.X' is invalid. The value of a header has at most 1000 printable",
                "{\"then\":{\"error\":{\"headers\":{\"X\\r\\nY\":\"a\"}}}} | 'rules[0].then.error.headers.X??Y' is invalid. The name of a header",
                "{\"then\":{\"error\":{\"headers\":{\"X\":[]}}}} | 'rules[0].then.error.headers.X' is invalid. It must be a string, or null",
                "{\"then\":{\"error\":{\"headers\":{\"X\":\"1\",\"x\":\"2\"}}}} | 'rules[0].then.error.headers.x' is invalid. Another field sets this header.",
                "{\"then\":{\"error\":{\"headers\":5}}} | 'rules[0].then.error.headers' is invalid. It must be an object.",
                "{\"then\":{\"error\":{\"status\":429,\"retry_after\":\"soon\"}}} | 'rules[0].then.error.retry_after' is invalid.",
                "{\"then\":{\"error\":{\"status\":429,\"retry_after\":-1}}} | 'rules[0].then.error.retry_after' is invalid.",
                "{\"then\":{\"error\":{\"status\":429,\"retry_after_as\":\"date\"}}} | 'rules[0].then.error.retry_after_as' is invalid. It needs retry_after.",
                "{\"then\":{\"error\":{\"status\":429,\"retry_after\":1,\"retry_after_as\":\"x\"}}} | 'rules[0].then.error.retry_after_as' is invalid. Use one of: seconds, date.",
                "{\"then\":{\"error\":{\"retry_after\":1,\"headers\":{\"retry-after\":\"2\"}}}} | 'rules[0].then.error.retry_after' is invalid. 'headers' sets Retry-After, too.",
                "{\"then\":{\"fail\":\"nope\"}} | 'rules[0].then.fail' is invalid. Use one of the codes:",
                "{\"then\":{\"reset\":{\"fraction\":0.5,\"processed\":false}}} | 'rules[0].then.reset.processed' is invalid.",
                "{\"then\":{\"latency\":{\"duration\":\"1s\",\"min\":\"1s\",\"max\":\"2s\"}}} | Give a duration or a range, not both.",
                "{\"when\":{\"operation\":\"create\"},\"then\":{\"latncy\":\"1s\"}} | There is no such fault for 'create'.",
                "{\"when\":{\"task_id\":\"1-1-1-1-1\"},\"then\":{\"stall\":true}} | It must be the id of a task.",
                "{\"then\":{\"gateway\":404}} | 'rules[0].then.gateway.status' is invalid. It must be a whole number from 500 to 599.",
                "{\"then\":{\"gateway\":{\"after\":\"0s\"}}} | 'rules[0].then.gateway.after' is invalid. It must be a duration from 1ms",
                "{\"then\":{\"gateway\":{\"after\":\"1s\",\"processed\":false}}} | 'rules[0].then.gateway.processed' is invalid. A request whose response may time out",
                "{\"when\":{\"operation\":\"poll\"},\"then\":{\"gateway\":{\"after\":\"1s\"}}} | 'rules[0].when.operation' is invalid. With 'after', it must be create",
                "{\"when\":{\"operation\":\"file\"},\"then\":{\"gateway\":{\"after\":\"1s\"}}} | 'rules[0].when.operation' is invalid. With 'after', it must be create",
                "{\"then\":{\"latency\":true}} | 'rules[0].then.latency.duration' is invalid.",
                "{\"then\":{\"latency\":{\"min\":\"2s\",\"max\":\"1s\"}}} | 'rules[0].then.latency' is invalid. It needs a max not less than min",
                "{\"then\":{\"latency\":{\"min\":\"2s\"}}} | 'rules[0].then.latency.max' is invalid.",
                "{\"then\":{\"truncate\":1}} | 'rules[0].then.truncate.fraction' is invalid.",
                "{\"then\":{\"duplicate\":1}} | 'rules[0].then.duplicate.times' is invalid.",
                "{\"when\":{\"operation\":\"task\"},\"then\":{\"slow\":{\"factor\":2,\"duration\":\"1s\"}}} | Give a factor or a duration, not both.",
                "{\"when\":{\"operation\":\"file\"},\"then\":{\"wrong_type\":\"png\"}} | 'rules[0].then.wrong_type.type' is invalid. It must be a media type",
                "{\"name\":\"a b\",\"then\":{\"stall\":true}} | 'rules[0].name' is invalid. It must have 1 to 64",
                "{\"name\":7,\"then\":{\"stall\":true}} | 'rules[0].name' is invalid. It must be a string",
                "{\"naem\":\"x\",\"then\":{\"stall\":true}} | 'rules[0].naem' is invalid. It is not a field here. Use: name, when, then."
            })
    void rejectsInvalidRule(String rule, String message) {
        assertThatThrownBy(() -> TestRules.read(rule))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageContaining(message);
    }

    @Test
    void rejectsDuplicateName() {
        assertThatThrownBy(() -> TestRules.read("{\"name\":\"a\",\"when\":{\"times\":1},\"then\":{\"stall\":true}},"
                        + "{\"name\":\"a\",\"then\":{\"stall\":true}}"))
                .hasMessageContaining("'rules[1].name' is invalid. Another rule has this name.");
    }

    @Test
    void rejectsRuleThatEarlierRuleShadows() {
        assertThatThrownBy(() -> TestRules.read("{\"then\":{\"reset\":true}},"
                        + "{\"name\":\"late\",\"when\":{\"operation\":\"create\"},\"then\":{\"empty\":true}}"))
                .hasMessageContaining(
                        "'rules[1]' is invalid. It never applies, because the earlier rule 'reset-1' always does.");
        assertThat(TestRules.read("{\"when\":{\"operation\":\"create\"},\"then\":{\"reset\":true}},"
                        + "{\"then\":{\"empty\":true}},{\"then\":{\"drop\":true}},{\"then\":{\"early\":true}}"))
                .hasSize(4);
        assertThat(
                        TestRules.read(
                                "{\"then\":{\"gateway\":{\"after\":\"1s\"}}},{\"then\":{\"empty\":true}},{\"then\":{\"stall\":true}}"))
                .hasSize(3);
    }

    @Test
    void limitsNumberOfRules() {
        String many = String.join(",", Collections.nCopies(101, "{\"then\":{\"stall\":true}}"));
        assertThatThrownBy(() -> TestRules.read(many)).hasMessageContaining("at most 100 rules");
    }

    @Test
    void limitsNumberOfPromptConditions() {
        String many =
                String.join(",", Collections.nCopies(11, "{\"when\":{\"prompt\":\"x\"},\"then\":{\"stall\":true}}"));
        assertThatThrownBy(() -> TestRules.read(many))
                .hasMessageContaining("'rules[10].when.prompt' is invalid. At most 10 rules may have one.");
    }

    @Test
    void targetDeterminesDefaultOperations() {
        assertThat(TestRules.read("{\"then\":{\"reset\":true}}")
                        .get(0)
                        .condition()
                        .operations())
                .containsExactlyInAnyOrder(Operation.CREATE, Operation.POLL, Operation.CREDITS);
        assertThat(FaultTarget.FILE.defaultOperations()).containsExactly(Operation.FILE);
        assertThat(List.of(FaultTarget.values()))
                .noneMatch(target -> target.defaultOperations().isEmpty());
    }

    private static Fault then(String operation, String fault) {
        return TestRules.read("{\"when\":{\"operation\":\"" + operation + "\"},\"then\":{" + fault + "}}")
                .get(0)
                .fault();
    }
}

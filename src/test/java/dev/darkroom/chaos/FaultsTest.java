package dev.darkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.fault.Drop;
import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.chaos.fault.LatencyFault;
import dev.darkroom.chaos.fault.RequestFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final FaultContext CREATE = create("one", "gpt-image-2", "a lighthouse");

    private Instant now = START;
    private Faults faults;

    @Test
    void firstRuleThatInjectsWins() {
        activate(
                "{\"name\":\"a\",\"when\":{\"times\":1},\"then\":{\"reset\":true}},{\"name\":\"b\",\"then\":{\"empty\":true}}");

        assertThat(injectedNames(3)).containsExactly("a", "b", "b");
    }

    @Test
    void skipsFirstMatchesAndStopsAfterTimes() {
        activate("{\"name\":\"a\",\"when\":{\"skip\":2,\"times\":3},\"then\":{\"reset\":true}}");

        assertThat(injectedNames(7)).containsExactly("-", "-", "a", "a", "a", "-", "-");
        assertThat(faults.states(now).get(0).triggered()).isEqualTo(3);
        assertThat(faults.states(now).get(0).passedOver()).isEqualTo(4);
        assertThat(faults.states(now).get(0).isOver()).isTrue();
        assertThat(faults.triggered(FaultTypes.named("reset").get(0))).isEqualTo(3);
        assertThat(faults.passedOver(FaultTypes.named("reset").get(0))).isEqualTo(4);
    }

    @Test
    void countsNothingWithoutMatch() {
        activate("{\"name\":\"a\",\"when\":{\"operation\":\"poll\",\"times\":1},\"then\":{\"reset\":true}}");

        assertThat(injectedNames(3)).containsExactly("-", "-", "-");
        assertThat(faults.states(now).get(0).passedOver()).isZero();
    }

    @Test
    void endsAfterTtl() {
        activate("{\"name\":\"a\",\"when\":{\"ttl\":\"10s\"},\"then\":{\"reset\":true}}");

        assertThat(injectedNames(1)).containsExactly("a");
        now = START.plusMillis(9_999);
        assertThat(injectedNames(1)).containsExactly("a");
        now = START.plusSeconds(10);
        assertThat(injectedNames(1)).containsExactly("-");
        assertThat(faults.states(now).get(0).isOver()).isTrue();
    }

    @Test
    void windowOpensRepeatedly() {
        activate(
                "{\"name\":\"a\",\"when\":{\"window\":{\"after\":\"5s\",\"duration\":\"2s\",\"every\":\"10s\"}},\"then\":{\"reset\":true}}");

        Set<Integer> open = new TreeSet<>();
        for (int second = 0; second < 30; second++) {
            now = START.plusSeconds(second);
            if (injectedNames(1).contains("a")) {
                open.add(second);
            }
        }
        assertThat(open).containsExactly(5, 6, 15, 16, 25, 26);
    }

    @Test
    void rampRaisesProbability() {
        activate("{\"name\":\"a\",\"when\":{\"ramp\":\"100s\"},\"then\":{\"reset\":true}}");

        assertThat(injectedShare(1000)).isZero();
        now = START.plusSeconds(50);
        assertThat(injectedShare(10_000)).isBetween(0.47, 0.53);
        now = START.plusSeconds(100);
        assertThat(injectedShare(1000)).isEqualTo(1);
    }

    @Test
    void outageAffectsAllMatchesOnceItHasBegun() {
        activate("{\"name\":\"a\",\"when\":{\"skip\":1},\"then\":{\"outage\":\"30s\"}}");

        assertThat(injectedNames(4)).containsExactly("-", "a", "a", "a");
        assertThat(faults.states(now).get(0).outageEnds()).contains(START.plusSeconds(30));
        now = START.plusSeconds(29);
        assertThat(injectedNames(1)).containsExactly("a");
        now = START.plusSeconds(30);
        assertThat(injectedNames(3)).containsExactly("-", "-", "-");
    }

    @Test
    void timesConditionCountsOutages() {
        activate("{\"name\":\"a\",\"when\":{\"times\":2},\"then\":{\"outage\":\"30s\"}}");

        for (int second : new int[] {0, 29, 30, 59}) {
            now = START.plusSeconds(second);
            assertThat(injectedNames(1)).containsExactly("a");
        }
        now = START.plusSeconds(60);
        assertThat(injectedNames(1)).containsExactly("-");
    }

    @Test
    void injectsWithGivenProbability() {
        activate("{\"name\":\"a\",\"when\":{\"probability\":0.2},\"then\":{\"reset\":true}}");

        assertThat(injectedShare(10_000)).isBetween(0.18, 0.22);
    }

    @Test
    void sameSeedInjectsSameFaults() {
        String rules =
                "{\"name\":\"a\",\"when\":{\"probability\":0.3},\"then\":{\"latency\":{\"min\":\"1ms\",\"max\":\"9s\"}}}";
        List<Fault> first = latencies(rules, 7);

        assertThat(latencies(rules, 7)).isEqualTo(first);
        assertThat(latencies(rules, 8)).isNotEqualTo(first);
        assertThat(new TreeSet<>(
                        first.stream().map(f -> ((LatencyFault) f).delay()).toList()))
                .hasSizeGreaterThan(50);
    }

    @Test
    void rulesHaveIndependentRandomNumbers() {
        String rule =
                "{\"name\":\"a\",\"when\":{\"operation\":\"create\",\"probability\":0.3},\"then\":{\"reset\":true}}";
        activate(rule);
        List<String> alone = injectedNames(100);
        activate(
                "{\"name\":\"z\",\"when\":{\"operation\":\"create\",\"prompt\":\"no match\",\"probability\":0.5},\"then\":{\"empty\":true}},"
                        + rule);

        assertThat(injectedNames(100)).isEqualTo(alone);
    }

    @Test
    void randomKeyMakesResultIndependentOfOrder() {
        activate("{\"name\":\"a\",\"when\":{\"probability\":0.5},\"then\":{\"drop\":true}}");
        List<Long> keys = IntStream.range(0, 200).mapToObj(i -> i * 31L).toList();
        List<Long> dropped = keys.stream().filter(this::isDropped).toList();
        List<Long> shuffled = new ArrayList<>(keys);
        Collections.reverse(shuffled);

        assertThat(shuffled.stream().filter(this::isDropped).sorted().toList()).isEqualTo(dropped);
        assertThat(dropped).hasSizeBetween(70, 130);
    }

    @Test
    void matchesDialectModelAndPrompt() {
        activate(
                "{\"name\":\"a\",\"when\":{\"dialect\":\"one\",\"model\":\"gpt-*\",\"prompt\":\"light\"},\"then\":{\"reset\":true}}");

        assertThat(find(CREATE)).isPresent();
        assertThat(find(create("other", "gpt-image-2", "a lighthouse"))).isEmpty();
        assertThat(find(create("one", "dall-e", "a lighthouse"))).isEmpty();
        assertThat(find(create("one", "gpt-image-2", "a ship"))).isEmpty();
        assertThat(find(FaultContext.of(Operation.CREDITS, "one"))).isEmpty();
    }

    @Test
    void matchesOnlyGivenTask() {
        UUID id = UUID.randomUUID();
        activate("{\"name\":\"a\",\"when\":{\"task_id\":\"" + id + "\"},\"then\":{\"drop\":true}}");

        assertThat(faults.find(callback(id, 1), Drop.class, now)).isPresent();
        assertThat(faults.find(callback(UUID.randomUUID(), 1), Drop.class, now)).isEmpty();
    }

    @Test
    void appendedRuleKeepsStateOfOthers() {
        activate("{\"name\":\"a\",\"when\":{\"times\":2},\"then\":{\"reset\":true}}");
        injectedNames(1);
        faults.append(TestRules.read("{\"name\":\"b\",\"then\":{\"empty\":true}}"), now);

        assertThat(injectedNames(3)).containsExactly("a", "b", "b");
        faults.replace(FaultSet.NONE, now);
        assertThat(faults.isEmpty()).isTrue();
        assertThat(faults.triggered(FaultTypes.named("empty").get(0))).isEqualTo(2);
    }

    private void activate(String rules) {
        faults = new Faults(TestRules.set(rules), 7, now);
    }

    private Optional<InjectedFault<RequestFault>> find(FaultContext context) {
        return faults.find(context, RequestFault.class, now);
    }

    private List<String> injectedNames(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> find(CREATE).map(InjectedFault::name).orElse("-"))
                .toList();
    }

    private double injectedShare(int times) {
        return injectedNames(times).stream().filter("a"::equals).count() / (double) times;
    }

    private List<Fault> latencies(String rules, long seed) {
        faults = new Faults(TestRules.set(rules), seed, now);
        return IntStream.range(0, 1000)
                .mapToObj(i -> find(CREATE))
                .flatMap(Optional::stream)
                .<Fault>map(InjectedFault::fault)
                .toList();
    }

    private boolean isDropped(long key) {
        return faults.find(callback(UUID.randomUUID(), key), Drop.class, now).isPresent();
    }

    private static FaultContext callback(UUID id, long draw) {
        return new FaultContext(
                Operation.CALLBACK, "one", Optional::empty, Optional::empty, Optional.of(id), OptionalLong.of(draw));
    }

    private static FaultContext create(String dialect, String model, String prompt) {
        return new FaultContext(
                Operation.CREATE,
                dialect,
                () -> Optional.of(model),
                () -> Optional.of(prompt),
                Optional.empty(),
                OptionalLong.empty());
    }

    @Test
    void neverEndsWithoutTtl() {
        activate("{\"name\":\"a\",\"then\":{\"reset\":true}}");
        now = START.plus(Duration.ofDays(3000));
        assertThat(injectedNames(1)).containsExactly("a");
    }
}

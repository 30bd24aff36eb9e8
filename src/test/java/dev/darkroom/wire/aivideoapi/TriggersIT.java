package dev.darkroom.wire.aivideoapi;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.chaos.fault.FaultTarget;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.target.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Does what each row of the README's tables says, with a key that nobody has used before. */
@WireTest
class TriggersIT {

    private static final Pattern ROW = Pattern.compile("^\\| (key|prompt) `([^`]+)` \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern REFUSED = Pattern.compile("^(\\d{3}) `(\\w+)`");
    private static final Pattern POLL_REFUSED = Pattern.compile("^success; its polls get (\\d{3}) `(\\w+)`");
    private static final Pattern FAILS = Pattern.compile("^success; the task fails with `(\\w+)`");

    private static final Pattern MISHAPS = Pattern.compile(Pattern.quote("| trigger | what goes wrong |"));

    record Row(boolean inKey, String trigger, String answer) {

        AiVideoApiClient client() {
            return inKey ? AiVideoApiClient.withKeyLike(trigger) : new AiVideoApiClient();
        }

        String input() {
            return "\"prompt\":\"" + (inKey ? "p" : "A lighthouse " + trigger + " at dusk") + "\"";
        }
    }

    /** Of the table of outcomes that the vendor tells of. */
    static List<Row> rows() throws IOException {
        return rows(MISHAPS.split(readme())[0]);
    }

    /** Of the table of those that it does not. */
    static List<Row> mishaps() throws IOException {
        return rows(MISHAPS.split(readme())[1]);
    }

    private static List<Row> rows(String text) {
        return ROW.matcher(text)
                .results()
                .map(row -> new Row(row.group(1).equals("key"), row.group(2), row.group(3)))
                .toList();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowOfTheReadmeIsTrue(Row row) {
        AiVideoApiClient client = row.client();
        client.freeze();
        Response created = client.createFrom(row.input());

        if (REFUSED.matcher(row.answer()).find()) {
            MatchResult said = find(REFUSED, row.answer());
            assertRefused(created, Integer.parseInt(said.group(1)), said.group(2));
            boolean asked = !row.inKey() || row.trigger().endsWith("internal");
            assertThat(created.header("Darkroom-Fault") != null).isEqualTo(asked);
            assertThat(created.header("Retry-After") != null)
                    .isEqualTo(said.group(2).equals("rate_limit_exceeded"));
            return;
        }
        created.then().statusCode(200).header("Darkroom-Warning", (String) null);
        String task = created.path("data.taskId");
        if (POLL_REFUSED.matcher(row.answer()).find()) {
            MatchResult said = find(POLL_REFUSED, row.answer());
            assertRefused(client.poll(task), Integer.parseInt(said.group(1)), said.group(2));
        } else if (row.answer().startsWith("success; the task is finished")) {
            assertThat(client.task(task).getString("status")).isEqualTo("completed");
        } else {
            client.advance("2s");
            assertThat(client.task(task).getString("error.code"))
                    .isEqualTo(find(FAILS, row.answer()).group(1));
            assertThat(client.balance()).isEqualByComparingTo("10000");
        }
    }

    @ParameterizedTest
    @MethodSource("mishaps")
    void everyRowOfWhatGoesWrongIsTrue(Row row) throws IOException {
        TriggerOutcome.holds(row.trigger(), row.answer());
    }

    @Test
    void everyTriggerHasARow() throws IOException {
        String tables = Stream.concat(rows().stream(), mishaps().stream())
                .map(Row::trigger)
                .collect(Collectors.joining());

        assertThat(Pattern.compile("\\[\\[(\\w+)")
                        .matcher(PromptTriggers.SYNTAX)
                        .results())
                .allSatisfy(word -> assertThat(tables).contains(word.group()));
        assertThat(FaultTypes.ALL)
                .filteredOn(kind -> kind.target() == FaultTarget.CALLBACK || kind.target() == FaultTarget.FILE)
                .allSatisfy(kind -> assertThat(tables)
                        .contains("[[" + kind.target().name().toLowerCase(Locale.ROOT) + ": " + kind.name()));
    }

    @Test
    void everyCodeOfTheVendorCanBeProvoked() throws IOException {
        assertThat(rows().stream()
                        .map(Row::answer)
                        .flatMap(answer -> Pattern.compile("\\d{3} `(\\w+)`")
                                .matcher(answer)
                                .results())
                        .map(code -> code.group(1))
                        .distinct())
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "500, internal_error, api_error, Unexpected server error.",
        "503, upstream_error, upstream_error, Upstream AI provider returned an error."
    })
    @Documented(
            value = "seeds/001: Error Reference",
            of = {"internal_error", "upstream_error"})
    @Documented(value = "the table's descriptions, for want of texts", certainty = Certainty.INFERRED)
    void aFailureOfTheServerOrOfItsProviderLooksAsInTheTable(int status, String code, String type, String message) {
        Response refused = new AiVideoApiClient().createFrom("\"prompt\":\"[[reject: " + code + "]]\"");

        assertRefused(refused, status, code, type, message);
        assertThat(refused.header("Darkroom-Fault")).isEqualTo("reject: " + code + " in the prompt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_credits", "invalid_request", "internal_error"})
    void aTaskMayFailWithAnyCode(String code) {
        AiVideoApiClient client = new AiVideoApiClient();
        client.freeze();
        String task = client.createTask("\"prompt\":\"[[fail: " + code + "]]\"");
        client.advance("2s");

        assertThat(client.task(task).getString("error.code")).isEqualTo(code);
    }

    @Test
    @Documented(value = "seeds/001: Common Scenarios, upstream_error", of = "upstream_error")
    @Documented(value = "providers/aivideoapi.md §5, moderation is a failed task", certainty = Certainty.INFERRED)
    @Documented(value = "seeds/001: Input Parameters, nsfw_checker", of = "Input.nsfw_checker")
    void aCheckerThatIsSwitchedOffFindsNothing() {
        AiVideoApiClient client = new AiVideoApiClient();
        client.freeze();
        String found = client.createTask("\"prompt\":\"[[nsfw]]\",\"nsfw_checker\":true");
        String passed = client.createTask("\"prompt\":\"[[nsfw]]\",\"nsfw_checker\":false");
        client.advance("2s");

        assertThat(client.task(found).getString("error.message"))
                .isEqualTo("The input contains sensitive or prohibited content");
        assertThat(client.task(passed).getString("status")).isEqualTo("completed");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    @Test
    void whatIsNoTriggerIsNamedAndDoesNothing() {
        Response created = new AiVideoApiClient().createFrom("\"prompt\":\"[[fial: x]] [[fail: nope]] [[reject]]\"");

        created.then().statusCode(200);
        assertThat(created.headers().getValues("Darkroom-Warning"))
                .containsExactly(
                        "`[[fial: x]]` is not a trigger",
                        "`[[reject]]` is not a trigger",
                        "`nope` is not an error code that a trigger can name; use one of invalid_request, invalid_api_key,"
                                + " insufficient_credits, ip_not_allowed, model_not_found, task_not_found,"
                                + " rate_limit_exceeded, spend_limit_exceeded, internal_error, upstream_error",
                        "Triggers are " + PromptTriggers.SYNTAX);
    }

    @Test
    void whatIsNoTriggerHidesNoneThatIs() {
        Response rejected = new AiVideoApiClient()
                .createFrom(
                        "\"prompt\":\"" + "[[a]]".repeat(20) + "[[reject: bogus]][[reject: internal_error]][[b]]\"");

        assertRefused(rejected, 500, "internal_error");
        assertThat(rejected.headers().getValues("Darkroom-Warning")).hasSize(4);
        assertThat(new AiVideoApiClient()
                        .createFrom("\"prompt\":\"" + many(25) + "\"")
                        .headers()
                        .getValues("Darkroom-Warning"))
                .hasSize(12)
                .contains("15 more are no triggers");
    }

    @Test
    void ofSeveralForTheAnswerTheRejectCountsAndTheTaskIsMadeIfTheyAskForIt() {
        AiVideoApiClient client = new AiVideoApiClient();
        String triggers = "[[gateway]] [[reset]] [[reject: upstream_error]] [[reject: internal_error]]";

        assertRefused(client.createFrom("\"prompt\":\"" + triggers + "\""), 503, "upstream_error");
        assertThat(client.balance()).isEqualByComparingTo("10000");
        assertRefused(client.createFrom("\"prompt\":\"" + triggers + "[[processed]]\""), 503, "upstream_error");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    @Test
    void allForTheTaskApplyAndTheFirstCountsOfThoseThatContradictEachOther() {
        AiVideoApiClient client = new AiVideoApiClient();
        client.freeze();
        String task = client.createTask("\"prompt\":\"[[amnesia: 2s]] [[slow: 10]] [[slow: 2]] [[nsfw]]"
                + " [[no_refund]] [[fail: internal_error]] [[fail: invalid_request]]\"");

        assertThat(client.poll(task).statusCode()).isEqualTo(404);
        client.advance("19s");
        assertThat(client.task(task).getString("status")).isEqualTo("processing");
        client.advance("1s");
        assertThat(client.task(task).getString("error.code")).isEqualTo("internal_error");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    private static String many(int unknown) {
        return IntStream.range(0, unknown).mapToObj(i -> "[[x" + i + "]]").collect(Collectors.joining());
    }

    @Test
    void aWordInAKeyThatIsNoTriggerIsNamed() {
        assertThat(AiVideoApiClient.withKeyLike("sk-darkroom-brok").create().header("Darkroom-Warning"))
                .contains("is not a trigger; use one of broke, disabled,");
        assertThat(new AiVideoApiClient().create().header("Darkroom-Warning")).isNull();
    }

    private static MatchResult find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.toMatchResult();
    }
}

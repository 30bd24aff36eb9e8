package dev.darkroom.wire.aivideoapi;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.chaos.fault.FaultTarget;
import dev.darkroom.chaos.fault.FaultTypes;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the README's trigger tables is true. Each row is tested with a new key. */
@WireTest
class TriggersIT {

    private static final Pattern ROW = Pattern.compile("^\\| (key|prompt) `([^`]+)` \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern REFUSED = Pattern.compile("^(\\d{3}) `(\\w+)`");
    private static final Pattern POLL_REFUSED = Pattern.compile("^success; its polls get (\\d{3}) `(\\w+)`");
    private static final Pattern FAILS = Pattern.compile("^success; the task fails with `(\\w+)`");

    private static final Pattern FAULT_TABLE = Pattern.compile(Pattern.quote("| trigger | what goes wrong |"));

    record Row(boolean isInKey, String trigger, String outcome) {

        AiVideoApiClient client() {
            return isInKey ? AiVideoApiClient.withKeyPrefix(trigger) : new AiVideoApiClient();
        }

        String input() {
            return "\"prompt\":\"" + (isInKey ? "p" : "A lighthouse " + trigger + " at dusk") + "\"";
        }
    }

    /** The rows of the table of outcomes that the vendor documents. */
    static List<Row> rows() throws IOException {
        return rows(FAULT_TABLE.split(readme())[0]);
    }

    /** The rows of the table of outcomes that the vendor does not document. */
    static List<Row> faultRows() throws IOException {
        return rows(FAULT_TABLE.split(readme())[1]);
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
    void everyRowOfReadmeIsTrue(Row row) {
        AiVideoApiClient client = row.client();
        client.freeze();
        Response created = client.createFrom(row.input());

        if (REFUSED.matcher(row.outcome()).find()) {
            MatchResult expected = find(REFUSED, row.outcome());
            assertRefused(created, Integer.parseInt(expected.group(1)), expected.group(2));
            boolean isInjected = !row.isInKey() || row.trigger().endsWith("internal");
            assertThat(created.header("Darkroom-Fault") != null).isEqualTo(isInjected);
            assertThat(created.header("Retry-After") != null)
                    .isEqualTo(expected.group(2).equals("rate_limit_exceeded"));
            return;
        }
        created.then().statusCode(200).header("Darkroom-Warning", (String) null);
        String task = created.path("data.taskId");
        if (POLL_REFUSED.matcher(row.outcome()).find()) {
            MatchResult expected = find(POLL_REFUSED, row.outcome());
            assertRefused(client.poll(task), Integer.parseInt(expected.group(1)), expected.group(2));
        } else if (row.outcome().startsWith("success; the task is finished")) {
            assertThat(client.task(task).getString("status")).isEqualTo("completed");
        } else {
            client.advance("2s");
            assertThat(client.task(task).getString("error.code"))
                    .isEqualTo(find(FAILS, row.outcome()).group(1));
            assertThat(client.balance()).isEqualByComparingTo("10000");
        }
    }

    @ParameterizedTest
    @MethodSource("faultRows")
    void everyFaultRowOfReadmeIsTrue(Row row) throws IOException {
        TriggerOutcome.check(row.trigger(), row.outcome());
    }

    @Test
    void everyTriggerHasARow() throws IOException {
        String tables = Stream.concat(rows().stream(), faultRows().stream())
                .map(Row::trigger)
                .collect(Collectors.joining());

        assertThat(Pattern.compile("\\[\\[(\\w+)")
                        .matcher(PromptTriggers.SYNTAX)
                        .results())
                .allSatisfy(trigger -> assertThat(tables).contains(trigger.group()));
        assertThat(FaultTypes.ALL)
                .filteredOn(type -> type.target() == FaultTarget.CALLBACK || type.target() == FaultTarget.FILE)
                .allSatisfy(type -> assertThat(tables)
                        .contains("[[" + type.target().name().toLowerCase(Locale.ROOT) + ": " + type.name()));
    }

    @Test
    void triggersCoverEveryErrorCode() throws IOException {
        assertThat(rows().stream()
                        .map(Row::outcome)
                        .flatMap(outcome -> Pattern.compile("\\d{3} `(\\w+)`")
                                .matcher(outcome)
                                .results())
                        .map(code -> code.group(1))
                        .distinct())
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_credits", "invalid_request", "internal_error"})
    @Documented(
            value = "the page has only upstream_error for tasks",
            certainty = Certainty.SCOPE,
            rule = "a trigger can fail a task with any code of the table",
            negativeTest = "ExamplesIT.failedTaskMatchesPage",
            of = "FailedTask.error.code")
    void taskCanFailWithAnyCode(String code) {
        AiVideoApiClient client = new AiVideoApiClient();
        client.freeze();
        String task = client.createTask("\"prompt\":\"[[fail: " + code + "]]\"");
        client.advance("2s");

        assertThat(client.task(task).getString("error.code")).isEqualTo(code);
    }

    @Test
    @Documented(
            value = "seeds/001: Common Scenarios, upstream_error: sensitive or prohibited content",
            rule = "sensitive or prohibited content is an upstream_error",
            negativeTest = Documented.SAME,
            of = "upstream_error")
    @Documented(
            value = "seeds/001: Common Scenarios, upstream_error: Credits are automatically refunded",
            rule = "a task that fails with upstream_error is refunded",
            negativeTest = Documented.SAME)
    @Documented(
            value = "seeds/001: Input Parameters, nsfw_checker",
            rule = "nsfw_checker turns the safety check on or off; it is on by default",
            negativeTest = Documented.SAME,
            of = "Input.nsfw_checker")
    @Documented(
            value = "providers/aivideoapi.md §5, moderation is a failed task",
            certainty = Certainty.INFERRED,
            rule = "the safety check fails the task, not the request, with the page's words as the message",
            negativeTest = Documented.SAME,
            of = "FailedTask.error.message")
    @Documented(
            value = "design §7, the trigger [[nsfw]]",
            certainty = Certainty.SCOPE,
            rule = "a trigger in the prompt stands for such content",
            negativeTest = "ignoresUnknownTriggerWithWarning")
    void nsfwTriggerFailsTaskOnlyWithChecker() {
        AiVideoApiClient client = new AiVideoApiClient();
        client.freeze();
        String checkedTask = client.createTask("\"prompt\":\"[[nsfw]]\",\"nsfw_checker\":true");
        String defaultTask = client.createTask("\"prompt\":\"[[nsfw]]\"");
        String uncheckedTask = client.createTask("\"prompt\":\"[[nsfw]]\",\"nsfw_checker\":false");
        client.advance("2s");

        for (String task : new String[] {checkedTask, defaultTask}) {
            assertThat(client.task(task).getMap("error"))
                    .isEqualTo(Map.of(
                            "code", "upstream_error", "message", "The input contains sensitive or prohibited content"));
        }
        assertThat(client.task(uncheckedTask).getString("status")).isEqualTo("completed");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    @Test
    void ignoresUnknownTriggerWithWarning() {
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
    void unknownTriggersDoNotHideKnownOnes() {
        Response rejected = new AiVideoApiClient()
                .createFrom(
                        "\"prompt\":\"" + "[[a]]".repeat(20) + "[[reject: bogus]][[reject: internal_error]][[b]]\"");

        assertRefused(rejected, 500, "internal_error");
        assertThat(rejected.headers().getValues("Darkroom-Warning")).hasSize(4);
        assertThat(new AiVideoApiClient()
                        .createFrom("\"prompt\":\"" + unknownTriggers(25) + "\"")
                        .headers()
                        .getValues("Darkroom-Warning"))
                .hasSize(12)
                .contains("15 more warnings about triggers");
    }

    @Test
    void rejectPrevailsOverOtherResponseFaults() {
        AiVideoApiClient client = new AiVideoApiClient();
        String triggers = "[[gateway]] [[reset]] [[reject: upstream_error]] [[reject: internal_error]]";

        assertRefused(client.createFrom("\"prompt\":\"" + triggers + "\""), 503, "upstream_error");
        assertThat(client.balance()).isEqualByComparingTo("10000");
        assertRefused(client.createFrom("\"prompt\":\"" + triggers + "[[processed]]\""), 503, "upstream_error");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    @Test
    void appliesAllTaskTriggersAndFirstOfConflictingOnes() {
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

    private static String unknownTriggers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "[[x" + i + "]]").collect(Collectors.joining());
    }

    @Test
    void warnsAboutUnknownTriggerInKey() {
        assertThat(AiVideoApiClient.withKeyPrefix("sk-darkroom-brok").create().header("Darkroom-Warning"))
                .contains("is not a trigger; use one of broke, disabled,");
        assertThat(new AiVideoApiClient().create().header("Darkroom-Warning")).isNull();
    }

    private static MatchResult find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.toMatchResult();
    }
}

package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.target.TestServer;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * What the README says that a trigger does to a task, an answer, a callback or a picture.
 *
 * @param triggers in a prompt
 * @param said behind the word that says to what
 */
record TriggerOutcome(String triggers, String said, AiVideoApiClient client) {

    private static final Pattern TOLD = Pattern.compile("(?:after ([\\d.]+[a-z]+) )?(?:[a-z ]*|404 )`(\\w+)`");
    private static final Pattern CALLED = Pattern.compile("(once|\\d+ times) after ([\\d.]+[a-z]+)");
    private static final Pattern PICTURE = Pattern.compile("^(\\d{3})(?: `(.*?)`)?");

    /** With a key of its own, whose clock stands. */
    static void holds(String triggers, String outcome) throws IOException {
        AiVideoApiClient client = new AiVideoApiClient();
        client.freeze();
        String[] whatAndHow = outcome.split(": ", 2);
        TriggerOutcome said = new TriggerOutcome(triggers, whatAndHow[1], client);
        switch (whatAndHow[0]) {
            case "the task" -> said.ofTask();
            case "the answer" -> said.ofAnswer();
            case "the callback" -> said.ofCallback();
            case "the picture" -> said.ofPicture();
            default -> throw new AssertionError(outcome);
        }
    }

    /** Each status stands for a poll. */
    private void ofTask() {
        String task = client.createTask(prompt());
        Duration shown = Duration.ZERO;
        Response poll = null;
        for (MatchResult told : TOLD.matcher(said).results().toList()) {
            shown = moved(shown, told.group(1));
            poll = client.request().get("/v1/tasks/" + task);
            String status = poll.path(poll.statusCode() == 200 ? "status" : "error.code");
            assertThat(status).isEqualTo(told.group(2));
            assertThat(poll.header("Darkroom-Fault")).isEqualTo(isFault() ? mark("") : null);
        }
        assertThat(poll).isNotNull();
        if (said.contains("without a picture")) {
            assertThat(poll.<List<String>>path("output.urls")).isEmpty();
        }
        if (said.contains("credits are gone")) {
            assertThat(client.balance()).isEqualByComparingTo("9997.6");
        }
    }

    private void ofAnswer() throws IOException {
        RawResponse answer = RawResponse.toCreate(client, "A lighthouse " + triggers);

        String how = said.split(";")[0];
        switch (how) {
            case "connection reset" -> assertThat(answer.wasReset()).isTrue();
            case "connection closed" -> assertThat(answer.wasReset()).isFalse();
            case "no HTTP" -> assertThat(answer.text()).isNotEmpty().doesNotContain("HTTP/");
            case "502 and a page in HTML" -> assertThat(answer.text()).contains(" 502 ", "text/html", "<html>");
            case "half of what it announces" -> assertThat(answer.body()).hasSize((answer.announced() + 1) / 2);
            case "a chunk that is none" ->
                assertThat(answer.text()).contains("chunked").doesNotEndWith("0\r\n\r\n");
            case "broken JSON" ->
                assertThat(answer.body()).hasSize(answer.announced()).doesNotEndWith("}");
            case "drop by drop in 1s" -> assertThat(answer.reads()).isGreaterThan(5);
            case "whole, but 1s late" -> assertThat(answer.body()).hasSize(answer.announced());
            default -> throw new AssertionError(said);
        }
        assertThat(answer.text().isEmpty()).isEqualTo(how.startsWith("connection "));
        assertThat(answer.text().contains("HTTP/"))
                .isEqualTo(answer.text().contains("\r\nDarkroom-Fault: " + mark("")));
        if (how.contains("1s")) {
            assertThat(answer.body()).endsWith("}");
            assertThat(answer.took()).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        }
        assertThat(client.control("GET", "/tasks", "").getList("tasks")).hasSize(said.endsWith("; no task") ? 0 : 1);
    }

    private void ofCallback() {
        String inbox = "/inbox/" + UUID.randomUUID();
        String url = TestServer.url("/_darkroom" + inbox);
        Response created = client.create(
                "{\"model\":\"gpt-image-2\",\"input\":{" + prompt() + "},\"callback_url\":\"" + url + "\"}");
        boolean isEarly = said.contains("before the answer");
        assertThat(created.header("Darkroom-Fault")).isEqualTo(isEarly ? mark("callback: ") : null);
        Duration shown = Duration.ZERO;
        List<Map<String, ?>> calls = List.of();
        for (MatchResult called : CALLED.matcher(said).results().toList()) {
            shown = moved(shown, called.group(2));
            int times = called.group(1).equals("once")
                    ? 1
                    : Integer.parseInt(called.group(1).split(" ")[0]);
            calls = client.control("GET", inbox + "?wait=5s&count=" + times, "").getList("requests");
            assertThat(calls).hasSize(times);
        }
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.toString()).contains(mark("callback: "));
            assertThat(call.get("body") instanceof Map).isNotEqualTo(said.contains("broken JSON"));
        });
    }

    private void ofPicture() {
        String task = client.createTask(prompt().replace("A lighthouse", "A lighthouse [[progression: instant]]"));
        String url = client.task(task).getString("output.urls[0]");
        long asked = System.nanoTime();
        Response picture = client.request().get(url);
        byte[] bytes = picture.asByteArray();
        Duration took = Duration.ofNanos(System.nanoTime() - asked);

        MatchResult answer = find(PICTURE);
        assertThat(picture.statusCode()).isEqualTo(Integer.parseInt(answer.group(1)));
        assertThat(picture.header("Darkroom-Fault")).isEqualTo(mark("file: "));
        if (answer.group(2) != null) {
            assertThat(picture.contentType()).isEqualTo(answer.group(2));
            assertThat(isDecoded(bytes)).isNotEqualTo(said.contains("decode"));
        }
        if (said.contains("in 1s")) {
            assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        }
    }

    private static boolean isDecoded(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture)) != null;
        } catch (IOException broken) {
            return false;
        }
    }

    private String prompt() {
        return "\"prompt\":\"A lighthouse " + triggers + "\"";
    }

    /** What the answer is marked with; the trigger that spoils it stands first. */
    private String mark(String place) {
        return place + triggers.replaceAll("^\\[\\[(?:callback: |file: )?(\\w+).*", "$1") + " in the prompt";
    }

    private boolean isFault() {
        return !triggers.startsWith("[[pending") && !triggers.startsWith("[[processing");
    }

    private Duration moved(Duration shown, String to) {
        if (to == null) {
            return shown;
        }
        Duration target = Duration.parse("PT" + to);
        client.advance(target.minus(shown).toMillis() + "ms");
        return target;
    }

    private MatchResult find(Pattern pattern) {
        return pattern.matcher(said).results().findFirst().orElseThrow();
    }
}

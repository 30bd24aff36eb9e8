package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.server.TestServer;
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
 * The effect of triggers on a task, a response, a callback or an image, as stated in a row of the README.
 *
 * @param triggers the triggers in the prompt
 * @param expected the row's text after the target (the task, the response, …)
 */
record TriggerOutcome(String triggers, String expected, AiVideoApiClient client) {

    private static final Pattern STATUS = Pattern.compile("(?:after ([\\d.]+[a-z]+) )?(?:[a-z ]*|404 )`(\\w+)`");
    private static final Pattern DELIVERED = Pattern.compile("(once|\\d+ times) after ([\\d.]+[a-z]+)");
    private static final Pattern IMAGE = Pattern.compile("^(\\d{3})(?: `(.*?)`)?");

    /** Asserts the outcome with a new key and a frozen clock. */
    static void check(String triggers, String outcome) throws IOException {
        AiVideoApiClient client = new AiVideoApiClient();
        client.freeze();
        String[] targetAndEffect = outcome.split(": ", 2);
        TriggerOutcome row = new TriggerOutcome(triggers, targetAndEffect[1], client);
        switch (targetAndEffect[0]) {
            case "the task" -> row.checkTask();
            case "the answer" -> row.checkResponse();
            case "the callback" -> row.checkCallback();
            case "the picture" -> row.checkImage();
            default -> throw new AssertionError(outcome);
        }
    }

    /** The row names the status, or the error code, of each poll. */
    private void checkTask() {
        String task = client.createTask(prompt());
        Duration elapsed = Duration.ZERO;
        Response poll = null;
        for (MatchResult match : STATUS.matcher(expected).results().toList()) {
            elapsed = advanceTo(elapsed, match.group(1));
            poll = client.request().get("/v1/tasks/" + task);
            String status = poll.path(poll.statusCode() == 200 ? "status" : "error.code");
            assertThat(status).isEqualTo(match.group(2));
            boolean isMarked = isFault() && !isOver(poll, match);
            assertThat(poll.header("Darkroom-Fault")).isEqualTo(isMarked ? faultHeader("") : null);
        }
        assertThat(poll).isNotNull();
        if (expected.contains("without a picture")) {
            assertThat(poll.<List<String>>path("output.urls")).isEmpty();
        }
        if (expected.contains("credits are gone")) {
            assertThat(client.balance()).isEqualByComparingTo("9997.6");
        }
    }

    private void checkResponse() throws IOException {
        RawResponse response = RawResponse.toCreate(client, "A lighthouse " + triggers);

        String effect = expected.split(";")[0];
        switch (effect) {
            case "connection reset" -> assertThat(response.wasReset()).isTrue();
            case "connection closed" -> assertThat(response.wasReset()).isFalse();
            case "no HTTP" -> assertThat(response.text()).isNotEmpty().doesNotContain("HTTP/");
            case "502 and a page in HTML" -> assertThat(response.text()).contains(" 502 ", "text/html", "<html>");
            case "202 instead of 200" -> assertThat(response.text()).startsWith("HTTP/1.1 202 Accepted\r\n");
            case "an error with status 418" ->
                assertThat(response.text())
                        .startsWith("HTTP/1.1 418 ")
                        .contains("{\"error\":{\"code\":\"invalid_request\"");
            case "half of what it announces" -> assertThat(response.body()).hasSize((response.contentLength() + 1) / 2);
            case "a chunk that is none" ->
                assertThat(response.text()).contains("chunked").doesNotEndWith("0\r\n\r\n");
            case "broken JSON" ->
                assertThat(response.body()).hasSize(response.contentLength()).doesNotEndWith("}");
            case "drop by drop in 1s" -> assertThat(response.reads()).isGreaterThan(5);
            case "whole, but 1s late" -> assertThat(response.body()).hasSize(response.contentLength());
            default -> throw new AssertionError(expected);
        }
        assertThat(response.text().isEmpty()).isEqualTo(effect.startsWith("connection "));
        assertThat(response.text().contains("HTTP/"))
                .isEqualTo(response.text().contains("\r\nDarkroom-Fault: " + faultHeader("")));
        if (effect.contains("1s")) {
            assertThat(response.body()).endsWith("}");
            assertThat(response.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        }
        assertThat(client.control("GET", "/tasks", "").getList("tasks"))
                .hasSize(expected.endsWith("; no task") ? 0 : 1);
    }

    private void checkCallback() {
        String inbox = "/inbox/" + UUID.randomUUID();
        String url = TestServer.url("/_darkroom" + inbox);
        Response created = client.create(
                "{\"model\":\"gpt-image-2\",\"input\":{" + prompt() + "},\"callback_url\":\"" + url + "\"}");
        boolean isBeforeResponse = expected.contains("before the answer");
        assertThat(created.header("Darkroom-Fault")).isEqualTo(isBeforeResponse ? faultHeader("callback: ") : null);
        Duration elapsed = Duration.ZERO;
        List<Map<String, ?>> callbacks = List.of();
        for (MatchResult match : DELIVERED.matcher(expected).results().toList()) {
            elapsed = advanceTo(elapsed, match.group(2));
            int times = match.group(1).equals("once")
                    ? 1
                    : Integer.parseInt(match.group(1).split(" ")[0]);
            callbacks = client.control("GET", inbox + "?wait=30s&count=" + times, "")
                    .getList("requests");
            assertThat(callbacks).hasSize(times);
        }
        assertThat(callbacks).allSatisfy(callback -> {
            assertThat(callback.toString()).contains(faultHeader("callback: "));
            assertThat(callback.get("body") instanceof Map).isNotEqualTo(expected.contains("broken JSON"));
        });
    }

    private void checkImage() {
        String task = client.createTask(prompt().replace("A lighthouse", "A lighthouse [[progression: instant]]"));
        String url = client.task(task).getString("output.urls[0]");
        long start = System.nanoTime();
        Response response = client.request().get(url);
        byte[] bytes = response.asByteArray();
        Duration duration = Duration.ofNanos(System.nanoTime() - start);

        MatchResult match = find(IMAGE);
        assertThat(response.statusCode()).isEqualTo(Integer.parseInt(match.group(1)));
        assertThat(response.header("Darkroom-Fault")).isEqualTo(faultHeader("file: "));
        if (match.group(2) != null) {
            assertThat(response.contentType()).isEqualTo(match.group(2));
            assertThat(canDecode(bytes)).isNotEqualTo(expected.contains("decode"));
        }
        if (expected.contains("in 1s")) {
            assertThat(duration).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        }
    }

    private static boolean canDecode(byte[] image) {
        try {
            return ImageIO.read(new ByteArrayInputStream(image)) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private String prompt() {
        return "\"prompt\":\"A lighthouse " + triggers + "\"";
    }

    /** The value of {@code Darkroom-Fault}. It names the first trigger in the prompt. */
    private String faultHeader(String target) {
        return target + triggers.replaceAll("^\\[\\[(?:callback: |file: )?(\\w+).*", "$1") + " in the prompt";
    }

    /** Whether the trigger has no effect on this poll or later ones. */
    private boolean isOver(Response poll, MatchResult match) {
        return triggers.startsWith("[[amnesia") && poll.statusCode() == 200
                || triggers.startsWith("[[flicker") && match.end() == lastStatusEnd();
    }

    private int lastStatusEnd() {
        return STATUS.matcher(expected)
                .results()
                .mapToInt(MatchResult::end)
                .max()
                .orElseThrow();
    }

    private boolean isFault() {
        return !triggers.startsWith("[[pending") && !triggers.startsWith("[[processing");
    }

    private Duration advanceTo(Duration elapsed, String duration) {
        if (duration == null) {
            return elapsed;
        }
        Duration target = Duration.parse("PT" + duration);
        client.advance(target.minus(elapsed).toMillis() + "ms");
        return target;
    }

    private MatchResult find(Pattern pattern) {
        return pattern.matcher(expected).results().findFirst().orElseThrow();
    }
}

package dev.darkroom.wire.account;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WireTest
class SpendLimitsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource({"hourly, 60", "daily, 1440"})
    @Documented(
            value = "seeds/001: Error Reference, spend_limit_exceeded",
            rule = "a task over the key's hourly or daily limit gets 429 spend_limit_exceeded",
            negativeTest = Documented.SAME,
            of = "spend_limit_exceeded",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §13, in credits, on the vendor's authentication page",
            rule = "a spend limit is in credits",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "an hour could also be that of the clock, which is a setting",
            certainty = Certainty.INFERRED,
            rule = "the hour and the day of a limit roll",
            negativeTest = "resetsCalendarLimitOnTheHour",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the table's description, with the figures",
            certainty = Certainty.INFERRED,
            rule = "the message names the limit and when it allows the task; there is no Retry-After",
            negativeTest = Documented.SAME)
    void reportsWindowAndTimeWhenTaskFitsAgain(String window, int minutes) {
        client.changeSandbox("{\"spend_limits\":{\"" + window + "\":5}}");
        Instant first = now();
        client.create().then().statusCode(200);
        client.advance("1m");
        client.create().then().statusCode(200);

        assertRefused(
                client.create(),
                429,
                "spend_limit_exceeded",
                "billing_error",
                "Key spend limit reached (" + window + "): 5 credits. The limit will allow this task at "
                        + endOfWindow(first, minutes) + ".");
        assertThat(client.create().header("Retry-After")).isNull();
        client.advance((minutes - 1) + "m");
        client.create().then().statusCode(200);
        assertRefused(client.create(), 429, "spend_limit_exceeded");
    }

    @Test
    @Documented(
            value = "seeds/001: Error Reference, spend_limit_exceeded",
            rule = "a task over the key's total limit gets 429 spend_limit_exceeded",
            negativeTest = Documented.SAME,
            of = "spend_limit_exceeded",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "no page says that it resets",
            certainty = Certainty.INFERRED,
            rule = "a total limit never resets, and the message says so",
            negativeTest = "reportsWindowAndTimeWhenTaskFitsAgain")
    void neverResetsTotalLimit() {
        client.changeSandbox("{\"spend_limits\":{\"total\":2.4}}");
        client.create().then().statusCode(200);
        client.advance("1000d");

        assertRefused(
                client.create(),
                429,
                "spend_limit_exceeded",
                "billing_error",
                "Key spend limit reached (total): 2.4 credits. Waiting does not help.");
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §13, a refund no longer counts against the limit",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    void refundDoesNotCountAgainstLimit() {
        client.changeSandbox("{\"spend_limits\":{\"hourly\":2.4,\"daily\":2.4,\"total\":2.4}}");
        String task = client.createTask("\"prompt\":\"p\"");
        assertRefused(client.create(), 429, "spend_limit_exceeded");

        client.fail(task);

        client.create().then().statusCode(200);
    }

    @Test
    void doesNotChargeRejectedTask() {
        client.changeSandbox("{\"spend_limits\":{\"hourly\":2.4}}");
        client.create().then().statusCode(200);
        client.create().then().statusCode(429);

        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    @Test
    @Documented(
            value = "spend_limits.windows, a setting",
            certainty = Certainty.SCOPE,
            rule = "with windows=calendar, an hourly limit resets on the hour",
            negativeTest = "reportsWindowAndTimeWhenTaskFitsAgain")
    void resetsCalendarLimitOnTheHour() {
        client.changeSandbox("{\"spend_limits\":{\"hourly\":2.4,\"windows\":\"calendar\"}}");
        client.create().then().statusCode(200);
        Instant nextHour = now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);

        assertThat(client.create().jsonPath().getString("error.message")).contains(nextHour.toString());
        client.advance(nextHour.getEpochSecond() - now().getEpochSecond() + "s");
        client.create().then().statusCode(200);
    }

    @Test
    void changedLimitCountsEarlierSpending() {
        client.changeSandbox("{\"spend_limits\":{\"hourly\":2.4}}");
        client.create().then().statusCode(200);
        client.changeSandbox("{\"spend_limits\":{\"hourly\":5}}");
        client.create().then().statusCode(200);
        client.create().then().statusCode(429);

        client.changeSandbox("{\"spend_limits\":null}");
        client.create().then().statusCode(200);
    }

    @Test
    void admitsCappedKeyAfterAnHour() {
        AiVideoApiClient capped = AiVideoApiClient.withKeyPrefix("sk-darkroom-capped-hourly");
        capped.freeze();

        assertRefused(capped.create(), 429, "spend_limit_exceeded");
        capped.advance("1h");
        for (int i = 0; i < 5; i++) {
            capped.create().then().statusCode(200);
        }
        assertRefused(capped.create(), 429, "spend_limit_exceeded");
    }

    private Instant now() {
        return Instant.parse(client.control("GET", "/clock", "").getString("now"));
    }

    /** Rounds up to a whole second, so that the reported time is never too early. */
    private static String endOfWindow(Instant spentAt, int minutes) {
        return spentAt.plus(minutes, ChronoUnit.MINUTES)
                .plusSeconds(1)
                .minusNanos(1)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}

package dev.darkroom.journal.report;

import static dev.darkroom.callback.CallbackState.DELIVERED;
import static dev.darkroom.callback.CallbackState.GIVEN_UP;
import static dev.darkroom.callback.CallbackState.SENDING;
import static dev.darkroom.callback.CallbackState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.AttemptResult.Forbidden;
import dev.darkroom.callback.AttemptResult.Lost;
import dev.darkroom.callback.AttemptResult.NoResponse;
import dev.darkroom.callback.AttemptResult.Responded;
import dev.darkroom.callback.CallbackView.PastAttempt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnacknowledgedCallbackTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    static Stream<AttemptResult> failures() {
        return Stream.of(new Responded(302), new NoResponse("It timed out."), new Forbidden("It is not allowed."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void reportsCallbackThatFailedInAllAttempts(AttemptResult failure) {
        client.callback(GIVEN_UP, failure, failure, failure);

        assertThat(client.report().findings())
                .extracting(Finding::type, Finding::count)
                .containsExactly(tuple(FindingType.UNREAD_CALLBACK, 0));
    }

    @Test
    void namesTheCreateRequest() {
        client.create("{}", 200)
                .createdTask(ClientHistoryBuilder.TASK)
                .wait("1s")
                .create("{}", 200)
                .createdTask(ClientHistoryBuilder.OTHER_TASK);
        client.callback(GIVEN_UP, new NoResponse("It timed out."), new Responded(500));

        assertThat(client.messages())
                .containsExactly("The callback of task " + ClientHistoryBuilder.TASK
                        + " was given up after 2 attempts; the last received status 500.");
        assertThat(client.numbers()).containsExactly(1L);
    }

    @Test
    void acceptsDeliveredCallback() {
        client.callback(DELIVERED, new Responded(500), new Responded(204));

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresUnfinishedCallbacks() {
        client.callback(WAITING, new Responded(500)).callback(SENDING, new Responded(500));

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresCallbackWithoutAttempts() {
        client.callback(GIVEN_UP);

        assertThat(client.report().isClean()).isTrue();
    }

    static Stream<List<PastAttempt>> faultyAttempts() {
        return Stream.of(
                List.of(attempt("drop", new Lost()), attempt("drop", new Lost())),
                List.of(attempt(null, new Responded(500)), attempt("drop", new Lost())),
                List.of(attempt("drop", new Lost()), attempt(null, new NoResponse("It timed out."))),
                List.of(attempt("garble", new Responded(400)), attempt("garble", new Responded(400))));
    }

    @ParameterizedTest
    @MethodSource("faultyAttempts")
    void ignoresFailuresCausedByFaults(List<PastAttempt> attempts) {
        client.callback(GIVEN_UP, attempts);

        assertThat(client.report().isClean()).isTrue();
    }

    /** A receiver that is down also misses a delayed callback. */
    @Test
    void reportsMissingReceiverDespiteADelayFault() {
        client.callback(GIVEN_UP, List.of(attempt("delay", new NoResponse("It timed out."))));

        assertThat(client.messages())
                .singleElement()
                .asString()
                .endsWith("after 1 attempt; the last received no response.");
    }

    private static PastAttempt attempt(String fault, AttemptResult result) {
        return new PastAttempt(1, Instant.EPOCH, Optional.ofNullable(fault), Optional.of(result));
    }
}

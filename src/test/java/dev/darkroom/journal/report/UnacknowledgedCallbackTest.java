package dev.darkroom.journal.report;

import static dev.darkroom.callback.CallbackState.DELIVERED;
import static dev.darkroom.callback.CallbackState.GIVEN_UP;
import static dev.darkroom.callback.CallbackState.SENDING;
import static dev.darkroom.callback.CallbackState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.AttemptResult.Answered;
import dev.darkroom.callback.AttemptResult.Forbidden;
import dev.darkroom.callback.AttemptResult.Lost;
import dev.darkroom.callback.AttemptResult.Unanswered;
import dev.darkroom.callback.CallbackView.Try;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnacknowledgedCallbackTest {

    private final ClientHistoryBuilder tape = new ClientHistoryBuilder();

    static Stream<AttemptResult> failures() {
        return Stream.of(new Answered(302), new Unanswered("It did not in time."), new Forbidden("Nobody may."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whoTakesNoAttemptIsTold(AttemptResult failure) {
        tape.callback(GIVEN_UP, failure, failure, failure);

        assertThat(tape.report().findings())
                .extracting(Finding::kind, Finding::count)
                .containsExactly(tuple(FindingType.UNREAD_CALLBACK, 0));
    }

    @Test
    void theRequestThatAskedForItIsNamed() {
        tape.create("{}", 200).made(ClientHistoryBuilder.TASK).wait("1s").create("{}", 200).made(ClientHistoryBuilder.OTHER);
        tape.callback(GIVEN_UP, new Unanswered("It did not in time."), new Answered(500));

        assertThat(tape.messages())
                .containsExactly("The callback of task " + ClientHistoryBuilder.TASK
                        + " was given up after 2 attempts; the last was answered with 500.");
        assertThat(tape.numbers()).containsExactly(1L);
    }

    @Test
    void whoTakesOneIsClean() {
        tape.callback(DELIVERED, new Answered(500), new Answered(204));

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void whileOthersFollowNothingIsLost() {
        tape.callback(WAITING, new Answered(500)).callback(SENDING, new Answered(500));

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void aCallbackThatWasNeverTriedIsNobodysFault() {
        tape.callback(GIVEN_UP);

        assertThat(tape.report().isClean()).isTrue();
    }

    static Stream<List<Try>> spoilt() {
        return Stream.of(
                List.of(attempt("drop", new Lost()), attempt("drop", new Lost())),
                List.of(attempt(null, new Answered(500)), attempt("drop", new Lost())),
                List.of(attempt("drop", new Lost()), attempt(null, new Unanswered("It did not in time."))),
                List.of(attempt("garble", new Answered(400)), attempt("garble", new Answered(400))));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void whatAFaultKeptFromItConvictsNobody(List<Try> attempts) {
        tape.callback(GIVEN_UP, attempts);

        assertThat(tape.report().isClean()).isTrue();
    }

    /** Who is not there misses what comes late, too. */
    @Test
    void whoNeverAnswersIsToldWhateverWasPlanted() {
        tape.callback(GIVEN_UP, List.of(attempt("delay", new Unanswered("It did not in time."))));

        assertThat(tape.messages()).singleElement().asString().endsWith("after 1 attempt; the last was not answered.");
    }

    private static Try attempt(String fault, AttemptResult result) {
        return new Try(1, Instant.EPOCH, Optional.ofNullable(fault), Optional.of(result));
    }
}

package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.callback.CallbackState;
import dev.darkroom.task.TaskStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AbandonedTaskTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void reportsTaskThatIsPolledOnceAndNeverAgain() {
        client.poll(TaskStatus.PENDING).wait("2s");
        client.endTask(TaskStatus.COMPLETED, false, Optional.empty()).wait("1s");

        assertThat(client.report().of(FindingType.ABANDONED_TASK))
                .extracting(Finding::message)
                .containsExactly("Task " + ClientHistoryBuilder.TASK
                        + " was polled once and then abandoned: the last poll reported pending, and the task completed"
                        + " later.");
    }

    @Test
    void reportsFailedTaskWhoseCallbackWasGivenUp() {
        client.poll(TaskStatus.PENDING).wait("1s").poll(TaskStatus.PROCESSING);
        client.endTask(TaskStatus.FAILED, false, Optional.of(CallbackState.GIVEN_UP))
                .wait("1s");

        assertThat(client.messages()).singleElement().asString().contains("2 times", "processing", "failed later");
    }

    @ParameterizedTest
    @EnumSource(value = CallbackState.class, mode = Mode.EXCLUDE, names = "GIVEN_UP")
    void ignoresTaskWhoseCallbackArrivesOrMayArrive(CallbackState state) {
        client.poll(TaskStatus.PENDING)
                .endTask(TaskStatus.COMPLETED, false, Optional.of(state))
                .wait("1h");

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresTaskThatStillRuns() {
        client.poll(TaskStatus.PENDING).wait("1h");

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresTaskBeforeTheNextPollIsDue() {
        client.poll(TaskStatus.PENDING).wait("5s");
        client.endTask(TaskStatus.COMPLETED, false, Optional.empty()).wait("0.9s");

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresTaskThatTheControlApiFailed() {
        client.poll(TaskStatus.PENDING)
                .endTask(TaskStatus.FAILED, true, Optional.empty())
                .wait("1h");

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresTaskWhoseEndAPollReported() {
        client.poll(TaskStatus.PENDING).wait("1s").poll(TaskStatus.COMPLETED);
        client.endTask(TaskStatus.COMPLETED, false, Optional.empty()).wait("1h");

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresTaskWithAFault() {
        client.poll(TaskStatus.PENDING).fault("slow");
        client.endTask(TaskStatus.COMPLETED, false, Optional.empty()).wait("1h");

        assertThat(client.report().isClean()).isTrue();
    }
}

package dev.darkroom.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.Delivery;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.RetrySchedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptLineTest {

    private static final Redaction REDACTION = new Redaction(List.of("sk-"));
    private static final UUID TASK = UUID.fromString("397ce9f2-c04e-4244-ac33-3af19a7cc297");

    @Test
    void showsADeliveredCallback() {
        AttemptLine line = line(1, false, new AttemptResult.Responded(200));

        assertThat(line.text(REDACTION)).isEqualTo("callback POST localhost:9000/hook → 200 task 397c… attempt 1");
        assertThat(line.isRemarkable()).isFalse();
    }

    @Test
    void saysWhyACallbackFailed() {
        assertThat(line(2, false, new AttemptResult.Responded(500)).text(REDACTION))
                .isEqualTo("callback POST localhost:9000/hook → 500 task 397c… attempt 2");
        assertThat(line(3, true, new AttemptResult.NoResponse("Connection refused"))
                        .text(REDACTION))
                .isEqualTo("callback POST localhost:9000/hook → no response task 397c… attempt 3, the last"
                        + "  ! Connection refused");
        assertThat(line(1, false, new AttemptResult.Forbidden("10.0.0.1 is not public"))
                        .text(REDACTION))
                .isEqualTo("callback POST localhost:9000/hook → not sent task 397c… attempt 1"
                        + "  ! 10.0.0.1 is not public");
        assertThat(line(1, false, new AttemptResult.Responded(500)).isRemarkable())
                .isTrue();
    }

    private static AttemptLine line(int number, boolean isLast, AttemptResult result) {
        return new AttemptLine(attempt(number, isLast), "localhost:9000/hook", result);
    }

    /** An attempt without a fault. */
    static Attempt attempt(int number, boolean isLast) {
        TaskView task = new TaskView(
                TASK,
                TASK,
                0,
                null,
                Instant.EPOCH,
                TaskStatus.COMPLETED,
                Optional.empty(),
                null,
                false,
                Optional.empty());
        Delivery delivery =
                new Delivery(TASK, task, "http://localhost:9000/hook", new RetrySchedule(List.of()), Optional.empty());
        return new Attempt(delivery, number, isLast, Instant.EPOCH, Optional.empty());
    }
}

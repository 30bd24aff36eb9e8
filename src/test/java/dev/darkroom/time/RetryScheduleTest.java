package dev.darkroom.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void countsAttemptsFromOne() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ZERO, Duration.ofMinutes(3)));

        assertThat(schedule.attempts()).isEqualTo(2);
        assertThat(schedule.offset(1)).isEqualTo(Duration.ZERO);
        assertThat(schedule.offset(2)).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void rejectsDescendingOffsets() {
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ofMinutes(3), Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ofMinutes(-1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

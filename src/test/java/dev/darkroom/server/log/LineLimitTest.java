package dev.darkroom.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LineLimitTest {

    private final AtomicInteger seconds = new AtomicInteger();
    private final LineLimit limit = new LineLimit(2, seconds::incrementAndGet);

    @Test
    void admitsTheFirstLinesOfASecondAndCountsTheOthers() {
        assertThat(limit.admits()).isTrue();
        assertThat(limit.admits()).isTrue();
        assertThat(limit.admits()).isFalse();
        assertThat(limit.admits()).isFalse();

        assertThat(limit.reset()).isEqualTo(2);
        assertThat(limit.admits()).isTrue();
        assertThat(limit.reset()).isZero();
        assertThat(seconds).hasValue(2);
    }
}

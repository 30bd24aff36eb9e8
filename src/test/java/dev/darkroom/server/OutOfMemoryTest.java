package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutOfMemoryTest {

    @Test
    void recognizesErrorAndItsConsequences() {
        assertThat(OutOfMemory.isCauseOf(new OutOfMemoryError())).isTrue();
        assertThat(OutOfMemory.isCauseOf(new IllegalStateException(new RuntimeException(new OutOfMemoryError()))))
                .isTrue();
        assertThat(OutOfMemory.isCauseOf(new IllegalStateException(new StackOverflowError())))
                .isFalse();
        assertThat(OutOfMemory.isCauseOf(null)).isFalse();
    }

    @Test
    void endsSearchInCycleOfCauses() {
        RuntimeException first = new RuntimeException();
        RuntimeException second = new RuntimeException(first);
        first.initCause(second);
        assertThat(OutOfMemory.isCauseOf(first)).isFalse();
    }
}

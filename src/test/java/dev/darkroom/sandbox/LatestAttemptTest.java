package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.acceptWithCallback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.chaos.TestRules;
import dev.darkroom.time.ManualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The attempt of a callback whose request the control API shows. */
class LatestAttemptTest {

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");

    @Test
    void isTheNextOneBeforeTheFirstAndThenTheLast() {
        sandbox.faults()
                .replace(TestRules.set("{\"name\":\"rule\",\"when\":{\"operation\":\"callback\",\"times\":1},"
                        + "\"then\":{\"delay\":\"90s\"}}"));
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        UUID task = acceptWithCallback(sandbox);

        fixture.pass(Duration.ofSeconds(3), sandbox);
        assertThat(latest(task).number()).isEqualTo(1);
        assertThat(latest(task).at()).isEqualTo(ManualTime.START.plusSeconds(92));
        assertThat(latest(task).fault()).isPresent();

        fixture.pass(Duration.ofSeconds(100), sandbox);
        assertThat(latest(task)).isEqualTo(fixture.attempts.get(0));
        fixture.pass(Duration.ofHours(1), sandbox);
        assertThat(latest(task)).isEqualTo(fixture.attempts.get(2));
        assertThat(latest(task).isLast()).isTrue();
    }

    private Attempt latest(UUID task) {
        return sandbox.callbacks().find(task).orElseThrow().latest();
    }
}

package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.sandbox.SandboxEvent.AttemptEnded;
import dev.darkroom.sandbox.SandboxEvent.ClockMoved;
import dev.darkroom.sandbox.SandboxEvent.TaskCreated;
import dev.darkroom.sandbox.SandboxEvent.TaskMoved;
import dev.darkroom.task.TaskStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxEventsTest {

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("sk-a");
    private final List<SandboxEvent> events = new ArrayList<>();

    @Test
    void publishesWhatHappensToATask() {
        fixture.sandboxes.events().listen(events::add);
        sandbox.time().freeze();
        UUID id = SandboxFixture.acceptWithCallback(sandbox);
        SandboxFixture.advance(sandbox, Duration.ofSeconds(2));

        assertThat(details())
                .extracting(Object::getClass)
                .containsExactly(
                        ClockMoved.class,
                        TaskCreated.class,
                        TaskMoved.class,
                        TaskMoved.class,
                        AttemptEnded.class,
                        ClockMoved.class);
        TaskMoved end = (TaskMoved) details().get(3);
        assertThat(end.task().id()).isEqualTo(id);
        assertThat(end.from()).isEqualTo(TaskStatus.PROCESSING);
        assertThat(end.task().status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(events).extracting(SandboxEvent::id).isSorted().doesNotHaveDuplicates();
        assertThat(events).allMatch(event -> event.key().equals(ApiKey.parse("sk-a")));
    }

    @Test
    void publishesHoldAndRelease() {
        UUID id = SandboxFixture.accept(sandbox, "1");
        fixture.sandboxes.events().listen(events::add);

        sandbox.tasks().hold(id);
        sandbox.tasks().release(id);

        assertThat(details())
                .extracting(detail -> ((TaskMoved) detail).task().isHeld())
                .containsExactly(true, false);
    }

    @Test
    void publishesNothingAfterTheListenerIsRemoved() {
        fixture.sandboxes.events().listen(events::add).run();

        SandboxFixture.accept(sandbox, "1");

        assertThat(events).isEmpty();
        assertThat(fixture.sandboxes.events().isFollowed()).isFalse();
    }

    private List<SandboxEvent.Detail> details() {
        return events.stream().map(SandboxEvent::detail).toList();
    }
}

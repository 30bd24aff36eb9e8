package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened in a sandbox.
 *
 * @param id increases with each event of the server
 * @param key the sandbox's key; empty for a request that belongs to no sandbox
 */
public record SandboxEvent(long id, Optional<ApiKey> key, Detail detail) {

    /** What happened. */
    public sealed interface Detail {}

    public record TaskCreated(TaskView task) implements Detail {}

    /** The status of a task changed; it is the same if the task was held or released. */
    public record TaskMoved(TaskView task, TaskStatus from, Instant at) implements Detail {}

    /** A client got a response. The exchange has neither headers nor bodies; the journal has them. */
    public record ExchangeRecorded(Exchange exchange) implements Detail {}

    /** A callback attempt got its result; it is the newest attempt of the callback. */
    public record AttemptEnded(CallbackView callback) implements Detail {}

    /**
     * A rule or trigger injected a fault.
     *
     * @param at on the sandbox's clock
     * @param name the name of the rule or trigger; several are joined
     * @param operation what the fault applies to
     * @param taskId empty if the fault is not about one task
     */
    public record FaultInjected(Instant at, String name, Operation operation, Optional<UUID> taskId)
            implements Detail {}

    /** The clock was changed on request. */
    public record ClockMoved(Instant now, boolean isFrozen, BigDecimal scale) implements Detail {}

    /** The sandbox was removed on request. Its key's next use creates a new one. */
    public record SandboxRemoved(Instant at) implements Detail {}
}

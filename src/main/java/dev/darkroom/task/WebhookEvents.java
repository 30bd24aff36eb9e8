package dev.darkroom.task;

import dev.darkroom.time.RetrySchedule;
import java.util.function.Function;

/**
 * How the webhooks of a sandbox are told about the end of a task. One object serves all tasks of a dialect.
 *
 * @param eventOf the name of the event that an outcome causes
 * @param schedule when each delivery is attempted
 */
public record WebhookEvents(Function<Outcome, String> eventOf, RetrySchedule schedule) {}

package dev.darkroom.callback;

import dev.darkroom.task.TaskView;
import dev.darkroom.time.DueQueue;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The callbacks of one sandbox: each is tried until it is delivered or its schedule is at its end, one attempt at a
 * time.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it.
 */
public final class Callbacks {

    private final String sandboxTag;
    private final DueQueue due;
    private final RetrySchedule schedule;
    private final CallbackSender sender;
    private final Executor lock;
    private final List<Runnable> waiting = new ArrayList<>();
    private int inFlight;

    /** @param lock runs what it is given while it holds the lock that guards this object */
    public Callbacks(String sandboxTag, DueQueue due, RetrySchedule schedule, CallbackSender sender, Executor lock) {
        this.sandboxTag = sandboxTag;
        this.due = due;
        this.schedule = schedule;
        this.sender = sender;
        this.lock = lock;
    }

    /** Plans the first attempt, when the task asks for a callback. */
    public void plan(TaskView task, Instant end) {
        task.spec().callback().ifPresent(url -> plan(url, task, end, 1));
    }

    /** Runs {@code action}, with the lock held, as soon as no attempt is under way. */
    public void whenIdle(Runnable action) {
        if (isIdle()) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    public boolean isIdle() {
        return inFlight == 0;
    }

    private void plan(URI url, TaskView task, Instant end, int number) {
        if (number <= schedule.attempts()) {
            boolean last = number == schedule.attempts();
            due.add(
                    end.plus(schedule.offset(number)),
                    at -> attempt(new Attempt(sandboxTag, url, task, number, last, at), end));
        }
    }

    private void attempt(Attempt attempt, Instant end) {
        inFlight++;
        sender.send(
                attempt,
                result -> lock.execute(() -> {
                    inFlight--;
                    if (!result.isDelivered()) {
                        plan(attempt.url(), attempt.task(), end, attempt.number() + 1);
                    }
                    if (isIdle()) {
                        List<Runnable> released = List.copyOf(waiting);
                        waiting.clear();
                        released.forEach(Runnable::run);
                    }
                }));
    }
}

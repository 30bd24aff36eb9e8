package dev.darkroom.task;

import java.util.UUID;

/** Receives the events of {@link Tasks}. Called with the sandbox's lock held. */
public interface TaskEvents {

    /** Called once for every task that ends. */
    void finished(TaskView task);

    /** A finished task was dropped to make room, so nothing may keep its data. */
    void dropped(UUID id);
}

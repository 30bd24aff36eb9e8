package dev.darkroom.callback;

import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.chaos.fault.Garble;
import dev.darkroom.task.TaskView;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to tell a client of the end of its task.
 *
 * @param url where to
 * @param task as it ended
 * @param number counts from 1
 * @param last whether no other follows by itself when it fails
 * @param at the instant of the sandbox' clock at which it is made
 * @param fault what is wrong with it
 */
public record Attempt(
        URI url, TaskView task, int number, boolean last, Instant at, Optional<InjectedFault<AttemptFault>> fault) {

    /** Whether its body shall not be JSON. */
    public boolean isGarbled() {
        return fault.filter(injected -> injected.fault() instanceof Garble).isPresent();
    }
}

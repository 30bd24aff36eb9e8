package dev.darkroom.sandbox;

import dev.darkroom.chaos.FaultContext;
import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.chaos.Faults;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.chaos.RuleState;
import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.chaos.fault.Early;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.RequestFault;
import dev.darkroom.chaos.fault.ResponseFault;
import dev.darkroom.chaos.fault.TaskFault;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** A hand on what goes wrong in a sandbox on purpose. Safe for use by several threads. */
public final class SandboxFaults {

    private final Faults faults;
    private final SandboxLock lock;

    /** The tasks whose callback is about to be early. */
    private final Set<UUID> early = new HashSet<>();

    SandboxFaults(Faults faults, SandboxLock lock) {
        this.faults = faults;
        this.lock = lock;
    }

    /** Whether there are no rules; so most of the time nothing has to be looked at. */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** What becomes of the answer to a request. */
    public Optional<InjectedFault<RequestFault>> ofRequest(FaultContext occasion) {
        return faults.isEmpty() ? Optional.empty() : lock.act(now -> faults.find(occasion, RequestFault.class, now));
    }

    /** What becomes of a picture: a trigger in its prompt goes before the rules. */
    public Optional<? extends InjectedFault<? extends ResponseFault>> ofFile(TaskView task) {
        Optional<? extends InjectedFault<? extends ResponseFault>> trigger =
                PromptTriggers.read(task.spec().prompt()).fileFault();
        if (trigger.isPresent() || faults.isEmpty()) {
            return trigger;
        }
        FaultContext occasion = occasion(Operation.FILE, task.spec(), task.id(), OptionalLong.empty());
        return lock.act(now -> faults.find(occasion, ResponseFault.class, now));
    }

    /** The rules in force, in the order in which they are asked. */
    public List<RuleState> states() {
        return lock.act(faults::states);
    }

    /** Those that may still strike. */
    public FaultSet inForce() {
        return lock.act(now -> {
            List<FaultRule> rules = faults.states(now).stream()
                    .filter(state -> !state.isOver())
                    .map(RuleState::rule)
                    .toList();
            return new FaultSet(rules, faults.set().weather());
        });
    }

    public FaultSet set() {
        return lock.act(now -> faults.set());
    }

    /** Puts these rules in force, and no others. */
    public void replace(FaultSet set) {
        lock.act(now -> {
            faults.replace(set, now);
            return now;
        });
    }

    /** Puts more rules in force; those that are go on as they were. */
    public void append(List<FaultRule> rules) {
        lock.act(now -> {
            faults.append(rules, now);
            return now;
        });
    }

    /** As {@link Faults#triggered}. */
    public long triggered(FaultType kind) {
        return faults.hasMatched() ? lock.act(now -> faults.triggered(kind)) : 0;
    }

    /** As {@link Faults#passedOver}. */
    public long passedOver(FaultType kind) {
        return faults.hasMatched() ? lock.act(now -> faults.passedOver(kind)) : 0;
    }

    /** What becomes of a task that is created; with the lock held. */
    Optional<InjectedFault<TaskFault>> ofTask(UUID id, TaskSpec spec, Instant now) {
        return faults.isEmpty()
                ? Optional.empty()
                : faults.find(occasion(Operation.TASK, spec, id, OptionalLong.empty()), TaskFault.class, now);
    }

    /** Whether a task's client shall be called back before it is told of the task; with the lock held. */
    Optional<InjectedFault<Early>> early(UUID id, TaskSpec spec, Instant now) {
        if (spec.callback().isEmpty()) {
            return Optional.empty();
        }
        Optional<InjectedFault<Early>> trigger =
                PromptTriggers.read(spec.prompt()).early();
        Optional<InjectedFault<Early>> injected =
                trigger.isPresent() || faults.isEmpty() ? trigger : faults.find(attempt(spec, id, 0), Early.class, now);
        if (injected.isPresent()) {
            early.add(id);
        }
        return injected;
    }

    /** What becomes of an attempt of a callback; with the lock held. One that is early comes as it is. */
    Optional<InjectedFault<AttemptFault>> ofAttempt(TaskView task, int attempt, Instant now) {
        if (early.remove(task.id())) {
            return Optional.empty();
        }
        Optional<InjectedFault<AttemptFault>> trigger =
                PromptTriggers.read(task.spec().prompt()).attemptFault();
        return trigger.isPresent() || faults.isEmpty()
                ? trigger
                : faults.find(attempt(task.spec(), task.id(), attempt), AttemptFault.class, now);
    }

    /** Which attempt is made first is left to time, so chance goes by the task. */
    private static FaultContext attempt(TaskSpec spec, UUID id, int attempt) {
        return occasion(Operation.CALLBACK, spec, id, OptionalLong.of(id.getLeastSignificantBits() + attempt));
    }

    private static FaultContext occasion(Operation operation, TaskSpec spec, UUID id, OptionalLong draw) {
        return new FaultContext(
                operation,
                spec.dialect(),
                () -> Optional.of(spec.model()),
                () -> Optional.of(spec.prompt()),
                Optional.of(id),
                draw);
    }
}

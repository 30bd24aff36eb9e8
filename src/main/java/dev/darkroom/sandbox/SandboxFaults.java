package dev.darkroom.sandbox;

import dev.darkroom.callback.Delivery;
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
import dev.darkroom.chaos.fault.NoRefund;
import dev.darkroom.chaos.fault.ProxyTimeout;
import dev.darkroom.chaos.fault.RequestFault;
import dev.darkroom.chaos.fault.ResponseFault;
import dev.darkroom.chaos.fault.TaskFault;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskEffect;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** The fault rules of a sandbox, and the faults that rules and triggers inject. Thread-safe. */
public final class SandboxFaults {

    private final SandboxLock lock;
    private final Faults faults;
    private final SandboxLimits limits;
    private final EventSource events;

    /** The tasks with early callbacks. */
    private final Set<UUID> early = new HashSet<>();

    SandboxFaults(SandboxLock lock, Faults faults, SandboxLimits limits, EventSource events) {
        this.lock = lock;
        this.faults = faults;
        this.limits = limits;
        this.events = events;
    }

    /** Whether there are no rules. Callers then need not describe a request. */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** The fault that a rule injects into the response to a request. */
    public Optional<InjectedFault<RequestFault>> ofRequest(FaultContext context) {
        return faults.isEmpty() ? Optional.empty() : lock.act(now -> faults.find(context, RequestFault.class, now));
    }

    /**
     * The timeout for a response that waits for a task. A trigger in the prompt takes precedence over the rules. The
     * random draw depends on the task, because timing decides in which order responses begin to wait.
     */
    public Optional<InjectedFault<ProxyTimeout>> ofWait(TaskView task) {
        Optional<InjectedFault<ProxyTimeout>> trigger =
                PromptTriggers.read(task.spec().prompt()).proxyTimeout();
        if (trigger.isPresent() || faults.isEmpty()) {
            return trigger;
        }
        OptionalLong draw = OptionalLong.of(task.id().getLeastSignificantBits());
        FaultContext context = context(Operation.CREATE, task.spec(), task.id(), draw);
        return lock.act(now -> faults.find(context, ProxyTimeout.class, now));
    }

    /** The fault to inject into the download of an image. A trigger in the prompt takes precedence over the rules. */
    public Optional<? extends InjectedFault<? extends ResponseFault>> ofFile(TaskView task) {
        Optional<? extends InjectedFault<? extends ResponseFault>> trigger =
                PromptTriggers.read(task.spec().prompt()).fileFault();
        if (trigger.isPresent() || faults.isEmpty()) {
            return trigger;
        }
        FaultContext context = context(Operation.FILE, task.spec(), task.id(), OptionalLong.empty());
        return lock.act(now -> faults.find(context, ResponseFault.class, now));
    }

    /** Publishes that a request got a fault, from a rule or a trigger. */
    public void publish(InjectedFault<?> injected, Operation operation, Optional<UUID> taskId) {
        events.publish(() ->
                new SandboxEvent.FaultInjected(lock.timeline().clock().instant(), injected.name(), operation, taskId));
    }

    /** The rules in force, in the order in which they are tried. */
    public List<RuleState> states() {
        return lock.act(faults::states);
    }

    /** The rules that may still inject a fault. */
    public FaultSet inForce() {
        return lock.act(now -> {
            List<FaultRule> rules = faults.states(now).stream()
                    .filter(state -> !state.isOver())
                    .map(RuleState::rule)
                    .toList();
            return new FaultSet(rules, faults.inForce().weather());
        });
    }

    public FaultSet set() {
        return lock.act(now -> faults.inForce());
    }

    /** Replaces all rules. */
    public void replace(FaultSet set) {
        lock.update(now -> faults.replace(set, now));
    }

    /** Adds rules after the existing ones, which keep their counts. */
    public void append(List<FaultRule> rules) {
        lock.update(now -> faults.append(rules, now));
    }

    /** As {@link Faults#triggered}. */
    public long triggered(FaultType type) {
        return faults.hasMatched() ? lock.act(now -> faults.triggered(type)) : 0;
    }

    /** As {@link Faults#passedOver}. */
    public long passedOver(FaultType type) {
        return faults.hasMatched() ? lock.act(now -> faults.passedOver(type)) : 0;
    }

    void reseed(long seed) {
        faults.reseed(seed);
    }

    /**
     * The overrides of a new task: those that its request demands, changed by the first rule that matches. A trigger in
     * the prompt that changes the task takes precedence: of the rules, only {@link NoRefund} then has an effect, and
     * only on the credits. Either way, its callback may be early. Called with the lock held.
     */
    PlanOverrides overridesOf(UUID id, TaskSpec spec, PlanOverrides requested, Instant now) {
        PlanOverrides overrides = requested.haveTrigger()
                ? byRule(NoRefund.class, id, spec, now)
                        .map(rule -> requested.causedByRule(rule.name(), TaskEffect.NO_REFUND))
                        .orElse(requested)
                : byRule(TaskFault.class, id, spec, now)
                        .map(rule -> rule.fault()
                                .applyTo(requested)
                                .causedByRule(rule.name(), rule.fault().effect()))
                        .orElse(requested);
        return early(id, spec, now)
                .map(injected -> overrides
                        .with(new Progression.Instantly())
                        .withEarlyCallback()
                        .causedByRule(injected.name(), TaskEffect.EARLY_CALLBACK))
                .orElse(overrides);
    }

    /** The fault of a callback attempt. The first attempt of an early callback has none. Called with the lock held. */
    Optional<InjectedFault<AttemptFault>> ofAttempt(Delivery delivery, int attempt, Instant now) {
        TaskView task = delivery.task();
        if (attempt == 1 && early.contains(task.id())) {
            return Optional.empty();
        }
        Optional<InjectedFault<AttemptFault>> found = findOfAttempt(delivery, attempt, now);
        found.ifPresent(fault -> publish(fault, Operation.CALLBACK, Optional.of(task.id())));
        return found;
    }

    /** Drops what is known about a task that was dropped. Called with the lock held. */
    void forget(UUID task) {
        early.remove(task);
    }

    private Optional<InjectedFault<AttemptFault>> findOfAttempt(Delivery delivery, int attempt, Instant now) {
        TaskSpec spec = delivery.task().spec();
        Optional<InjectedFault<AttemptFault>> trigger =
                PromptTriggers.read(spec.prompt()).attemptFault();
        return trigger.isPresent() || faults.isEmpty()
                ? trigger
                : faults.find(attempt(spec, delivery.task().id(), delivery.id(), attempt), AttemptFault.class, now);
    }

    private <F extends TaskFault> Optional<InjectedFault<F>> byRule(
            Class<F> type, UUID id, TaskSpec spec, Instant now) {
        return faults.isEmpty()
                ? Optional.empty()
                : faults.find(context(Operation.TASK, spec, id, OptionalLong.empty()), type, now);
    }

    private Optional<InjectedFault<Early>> early(UUID id, TaskSpec spec, Instant now) {
        if (limits.receivers(spec).isEmpty()) {
            return Optional.empty();
        }
        Optional<InjectedFault<Early>> trigger =
                PromptTriggers.read(spec.prompt()).early();
        Optional<InjectedFault<Early>> injected = trigger.isPresent() || faults.isEmpty()
                ? trigger
                : faults.find(attempt(spec, id, id, 0), Early.class, now);
        if (injected.isPresent()) {
            early.add(id);
        }
        return injected;
    }

    /** The random draw depends on the delivery and not on the order of attempts, which timing decides. */
    private static FaultContext attempt(TaskSpec spec, UUID task, UUID delivery, int attempt) {
        return context(Operation.CALLBACK, spec, task, OptionalLong.of(delivery.getLeastSignificantBits() + attempt));
    }

    private static FaultContext context(Operation operation, TaskSpec spec, UUID id, OptionalLong draw) {
        return new FaultContext(
                operation,
                spec.dialect(),
                () -> Optional.of(spec.model()),
                () -> Optional.of(spec.prompt()),
                Optional.of(id),
                draw);
    }
}

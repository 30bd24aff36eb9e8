package dev.darkroom.api.fault;

import dev.darkroom.api.RequestContext;
import dev.darkroom.chaos.FaultContext;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.Operation;
import dev.darkroom.chaos.fault.ResponseFault;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/** Where faults get hold of requests, whatever the dialect. */
@Singleton
public class FaultInjector {

    private final CurrentVertxRequest current;

    FaultInjector(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The request that is being answered. */
    public RequestContext call() {
        return RequestContext.of(current.getCurrent());
    }

    /**
     * Asks the rules of a sandbox about a create request.
     *
     * @param model asked for only when a rule wants to know; so is the prompt
     * @throws FaultInjectedException when the request is to be as if it had never arrived
     */
    public void onCreate(
            Sandbox sandbox, String dialect, Supplier<Optional<String>> model, Supplier<Optional<String>> prompt) {
        if (mayMeet(sandbox)) {
            on(
                    sandbox,
                    new FaultContext(Operation.CREATE, dialect, model, prompt, Optional.empty(), OptionalLong.empty()));
        }
    }

    /** The same about a request that asks how a task stands. */
    public void onPoll(Sandbox sandbox, String dialect, Optional<UUID> taskId) {
        if (mayMeet(sandbox)) {
            Supplier<Optional<TaskView>> task = () -> taskId.flatMap(sandbox::task);
            on(
                    sandbox,
                    new FaultContext(
                            Operation.POLL,
                            dialect,
                            () -> task.get().map(t -> t.spec().model()),
                            () -> task.get().map(t -> t.spec().prompt()),
                            taskId,
                            OptionalLong.empty()));
        }
    }

    /** The same about a request that has nothing to do with tasks. */
    public void on(Sandbox sandbox, String dialect, Operation operation) {
        if (mayMeet(sandbox)) {
            on(sandbox, FaultContext.of(operation, dialect));
        }
    }

    /**
     * Spoils the answer.
     *
     * @throws FaultInjectedException when the request is to be as if it had never arrived
     */
    public void plant(InjectedFault<? extends ResponseFault> injected) {
        call().plant(injected);
        if (!injected.fault().isProcessed()) {
            throw new FaultInjectedException();
        }
    }

    /** Whoever asks for the head alone would not feel what happens to a body. */
    public boolean meetsFaults() {
        return current.getCurrent().request().method() != HttpMethod.HEAD;
    }

    private boolean mayMeet(Sandbox sandbox) {
        return !sandbox.faults().isEmpty() && meetsFaults();
    }

    private void on(Sandbox sandbox, FaultContext occasion) {
        sandbox.faults().ofRequest(occasion).ifPresent(this::plant);
    }
}

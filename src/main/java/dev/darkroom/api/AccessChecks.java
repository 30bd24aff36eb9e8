package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.chaos.Operation;
import dev.darkroom.http.BearerToken;
import dev.darkroom.http.ClientAddress;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.TooManySandboxes;
import dev.darkroom.task.PollResult;
import dev.darkroom.task.TaskView;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What every call has to pass, whatever it asks for: whose it is, where it comes from, how often it comes. */
@Singleton
public class AccessChecks {

    private final Dialects dialects;
    private final Sandboxes sandboxes;
    private final ClientAddress clientAddress;
    private final FaultInjector injections;
    private final CurrentVertxRequest current;

    AccessChecks(
            Dialects dialects,
            Sandboxes sandboxes,
            ClientAddress clientAddress,
            FaultInjector injections,
            CurrentVertxRequest current) {
        this.dialects = dialects;
        this.sandboxes = sandboxes;
        this.clientAddress = clientAddress;
        this.injections = injections;
        this.current = current;
    }

    /**
     * The sandbox of a call that asks for the balance.
     *
     * @throws ApiException when the call does not pass
     */
    public Sandbox admitToCredits(Dialect dialect, List<String> authorization) {
        return admit(
                dialect,
                authorization,
                Operation.CREDITS,
                sandbox -> injections.on(sandbox, dialect.name(), Operation.CREDITS));
    }

    /**
     * The sandbox of a call that asks for a task.
     *
     * @param id empty when what the call has is none
     * @throws ApiException when the call does not pass
     */
    public Sandbox admitToTask(Dialect dialect, List<String> authorization, Optional<UUID> id) {
        id.ifPresent(injections.call()::setTaskId);
        return admit(dialect, authorization, Operation.POLL, sandbox -> injections.onPoll(sandbox, dialect.name(), id));
    }

    /**
     * A task as its client sees it; being asked for moves some tasks.
     *
     * @param id empty when what the call has is none
     * @throws ApiException when the dialect has no such task
     */
    public TaskView poll(Dialect dialect, Sandbox sandbox, Optional<UUID> id) {
        PollResult sighting = id.map(sandbox::poll).orElseThrow(dialect.errors()::unknownTask);
        sighting.fault().ifPresent(injections.call()::addFault);
        TaskView task = sighting.task()
                .filter(found -> found.spec().dialect().equals(dialect.name()))
                .orElseThrow(dialect.errors()::unknownTask);
        injections.call().setReportedTask(task);
        return task;
    }

    private Sandbox admit(
            Dialect dialect, List<String> authorization, Operation operation, Consumer<Sandbox> checkFault) {
        injections.call().setOperation(operation);
        Sandbox sandbox = sandbox(dialect, authorization);
        for (Check check : dialect.checks()) {
            if (check == Check.IP) {
                checkAddress(dialect, sandbox);
            } else if (check == Check.RATE) {
                checkRate(dialect, sandbox, operation);
            } else if (check == Check.FAULT) {
                checkFault.accept(sandbox);
            }
        }
        return sandbox;
    }

    /**
     * The sandbox that a key opens, for whom only that matters.
     *
     * @param authorization the headers of that name
     * @throws ApiException when the request has no usable key
     */
    public Sandbox sandbox(Dialect dialect, List<String> authorization) {
        BearerToken bearer = BearerToken.read(authorization);
        if (bearer instanceof BearerToken.Key found) {
            return open(dialect, found.key());
        }
        throw bearer instanceof BearerToken.Unreadable unreadable
                ? dialect.errors().malformedKey(unreadable.reason())
                : dialect.errors().missingKey();
    }

    /** @throws ApiException when the key has a list of addresses, and the caller's is not on it */
    void checkAddress(Dialect dialect, Sandbox sandbox) {
        if (sandbox.rules().allowedIps().ranges().isEmpty()) {
            return;
        }
        ClientAddress.Resolved client = clientAddress.resolve();
        if (!sandbox.rules().allowedIps().allows(client.address())) {
            injections.call().warn(client.warning().stream().toList());
            throw dialect.errors().addressNotAllowed(client.text());
        }
    }

    /** @throws ApiException when the key's limits do not permit this call now */
    void checkRate(Dialect dialect, Sandbox sandbox, Operation operation) {
        if (operation == Operation.CREATE) {
            sandbox.rules().concurrency().ifPresent(most -> enter(dialect, sandbox, most));
        }
        Duration wait = sandbox.limits().acquire(operation);
        if (!wait.isZero()) {
            throw dialect.errors().tooManyRequests(wait);
        }
    }

    /**
     * Until the request is answered, or over in any other way, it counts as one that waits: whoever has its answer finds its
     * place free.
     */
    private void enter(Dialect dialect, Sandbox sandbox, int most) {
        Runnable leave =
                sandbox.limits().enter().orElseThrow(() -> dialect.errors().tooManyConcurrent(most));
        current.getCurrent().addHeadersEndHandler(head -> leave.run());
        current.getCurrent().addEndHandler(end -> leave.run());
    }

    private Sandbox open(Dialect dialect, ApiKey key) {
        dialect.keyError(key).ifPresent(flaw -> {
            throw dialect.errors().invalidKey(flaw);
        });
        dialects.byKeyPrefix(key)
                .filter(other ->
                        other.keyPrefix().length() > dialect.keyPrefix().length())
                .ifPresent(other -> injections
                        .call()
                        .warn(List.of("The key begins with '" + other.keyPrefix() + "', as those of " + other.name()
                                + " do")));
        try {
            Sandbox sandbox = sandboxes.authenticate(key).orElseThrow(() -> dialect.errors()
                    .invalidKey("The key is unknown."));
            injections.call().setSandbox(sandbox);
            KeyStatus status = sandbox.rules().keyStatus();
            if (status != KeyStatus.ACTIVE) {
                throw dialect.errors().inactiveKey(status);
            }
            return sandbox;
        } catch (TooManySandboxes e) {
            throw dialect.errors().overloaded(e.getMessage());
        }
    }
}

package dev.darkroom.dialect;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.chaos.Operation;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.TooManySandboxes;
import dev.darkroom.task.Sighting;
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
public class Gate {

    private final Dialects dialects;
    private final Sandboxes sandboxes;
    private final ClientAddress clientAddress;
    private final Injections injections;
    private final CurrentVertxRequest current;

    Gate(
            Dialects dialects,
            Sandboxes sandboxes,
            ClientAddress clientAddress,
            Injections injections,
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
     * @throws ApiError when the call does not pass
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
     * @throws ApiError when the call does not pass
     */
    public Sandbox admitToTask(Dialect dialect, List<String> authorization, Optional<UUID> id) {
        id.ifPresent(injections.call()::isAbout);
        return admit(dialect, authorization, Operation.POLL, sandbox -> injections.onPoll(sandbox, dialect.name(), id));
    }

    /**
     * A task as its client sees it; being asked for moves some tasks.
     *
     * @param id empty when what the call has is none
     * @throws ApiError when the dialect has no such task
     */
    public TaskView poll(Dialect dialect, Sandbox sandbox, Optional<UUID> id) {
        Sighting sighting = id.map(sandbox::poll).orElseThrow(dialect.refusals()::unknownTask);
        sighting.fault().ifPresent(injections.call()::spoiltBy);
        TaskView task = sighting.task()
                .filter(found -> found.spec().dialect().equals(dialect.name()))
                .orElseThrow(dialect.refusals()::unknownTask);
        injections.call().tells(task);
        return task;
    }

    private Sandbox admit(
            Dialect dialect, List<String> authorization, Operation operation, Consumer<Sandbox> checkFault) {
        injections.call().isFor(operation);
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
     * @throws ApiError when the request has no usable key
     */
    public Sandbox sandbox(Dialect dialect, List<String> authorization) {
        Bearer bearer = Bearer.read(authorization);
        if (bearer instanceof Bearer.Key found) {
            return open(dialect, found.key());
        }
        throw bearer instanceof Bearer.Unreadable unreadable
                ? dialect.refusals().unreadableKey(unreadable.reason())
                : dialect.refusals().missingKey();
    }

    /** @throws ApiError when the key has a list of addresses, and the caller's is not on it */
    void checkAddress(Dialect dialect, Sandbox sandbox) {
        if (sandbox.rules().allowedIps().ranges().isEmpty()) {
            return;
        }
        ClientAddress.Seen client = clientAddress.read();
        if (!sandbox.rules().allowedIps().allows(client.address())) {
            injections.call().warn(client.warning().stream().toList());
            throw dialect.refusals().addressNotAllowed(client.text());
        }
    }

    /** @throws ApiError when the key's limits do not permit this call now */
    void checkRate(Dialect dialect, Sandbox sandbox, Operation operation) {
        if (operation == Operation.CREATE) {
            sandbox.rules().concurrency().ifPresent(most -> enter(dialect, sandbox, most));
        }
        Duration wait = sandbox.limits().acquire(operation);
        if (!wait.isZero()) {
            throw dialect.refusals().tooManyRequests(wait);
        }
    }

    /**
     * Until the request is answered, or over in any other way, it counts as one that waits: whoever has its answer finds its
     * place free.
     */
    private void enter(Dialect dialect, Sandbox sandbox, int most) {
        Runnable leave =
                sandbox.limits().enter().orElseThrow(() -> dialect.refusals().tooManyAtOnce(most));
        current.getCurrent().addHeadersEndHandler(head -> leave.run());
        current.getCurrent().addEndHandler(end -> leave.run());
    }

    private Sandbox open(Dialect dialect, ApiKey key) {
        dialect.keyFlaw(key).ifPresent(flaw -> {
            throw dialect.refusals().invalidKey(flaw);
        });
        dialects.whoseKey(key)
                .filter(other ->
                        other.keyPrefix().length() > dialect.keyPrefix().length())
                .ifPresent(other -> injections
                        .call()
                        .warn(List.of("The key begins with '" + other.keyPrefix() + "', as those of " + other.name()
                                + " do")));
        try {
            Sandbox sandbox =
                    sandboxes.openedBy(key).orElseThrow(() -> dialect.refusals().invalidKey("The key is unknown."));
            injections.call().belongsTo(sandbox);
            KeyStatus status = sandbox.rules().keyStatus();
            if (status != KeyStatus.ACTIVE) {
                throw dialect.refusals().inactiveKey(status);
            }
            return sandbox;
        } catch (TooManySandboxes e) {
            throw dialect.refusals().tooMuchToDo(e.getMessage());
        }
    }
}

package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.chaos.Operation;
import dev.darkroom.dialect.Bearer;
import dev.darkroom.dialect.Check;
import dev.darkroom.dialect.ClientAddress;
import dev.darkroom.dialect.Injections;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.TooManySandboxes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What every call has to pass, whatever it asks for: whose it is, where it comes from, how often it comes. */
@Singleton
class Gate {

    private static final String HINT = " Send 'Authorization: Bearer sk-...'.";

    private final AiVideoApi dialect;
    private final Sandboxes sandboxes;
    private final ClientAddress clientAddress;
    private final AiVideoApiConfig config;
    private final Injections injections;

    Gate(
            AiVideoApi dialect,
            Sandboxes sandboxes,
            ClientAddress clientAddress,
            AiVideoApiConfig config,
            Injections injections) {
        this.dialect = dialect;
        this.sandboxes = sandboxes;
        this.clientAddress = clientAddress;
        this.config = config;
        this.injections = injections;
    }

    /** The sandbox of a call that asks for the balance. */
    Sandbox admitToCredits(List<String> authorization) {
        return admit(
                authorization,
                Operation.CREDITS,
                sandbox -> injections.on(sandbox, AiVideoApi.NAME, Operation.CREDITS));
    }

    /** The sandbox of a call that asks for a task. */
    Sandbox admitToTask(List<String> authorization, Optional<UUID> id) {
        id.ifPresent(injections.call()::isAbout);
        return admit(authorization, Operation.POLL, sandbox -> injections.onPoll(sandbox, AiVideoApi.NAME, id));
    }

    /** @throws ApiError when the call does not pass */
    private Sandbox admit(List<String> authorization, Operation operation, Consumer<Sandbox> checkFault) {
        Sandbox sandbox = sandbox(authorization, operation);
        for (Check check : config.checks()) {
            if (check == Check.IP) {
                checkAddress(sandbox);
            } else if (check == Check.RATE) {
                checkRate(sandbox, operation);
            } else if (check == Check.FAULT) {
                checkFault.accept(sandbox);
            }
        }
        return sandbox;
    }

    /**
     * @param authorization its headers of that name
     * @throws ApiError when the request has no usable key (seeds/001: invalid_api_key)
     */
    Sandbox sandbox(List<String> authorization, Operation operation) {
        injections.call().isFor(operation);
        Bearer bearer = Bearer.read(authorization);
        if (bearer instanceof Bearer.Key found) {
            return open(found.key());
        }
        if (bearer instanceof Bearer.Unreadable unreadable) {
            throw ApiError.invalidKey(unreadable.reason() + HINT);
        }
        throw ApiError.invalidKey("The 'Authorization' header is missing." + HINT);
    }

    /** @throws ApiError when the key has a list of addresses, and the caller's is not on it */
    void checkAddress(Sandbox sandbox) {
        if (sandbox.rules().allowedIps().ranges().isEmpty()) {
            return;
        }
        ClientAddress.Seen client = clientAddress.read();
        if (!sandbox.rules().allowedIps().allows(client.address())) {
            injections.call().warn(client.warning().stream().toList());
            throw ApiError.ipNotAllowed(client.text());
        }
    }

    /** @throws ApiError when the key's limit does not permit this call now */
    void checkRate(Sandbox sandbox, Operation operation) {
        Duration wait = sandbox.acquire(operation);
        if (!wait.isZero()) {
            throw ApiError.rateLimitExceeded(wait);
        }
    }

    private Sandbox open(ApiKey key) {
        dialect.keyFlaw(key).ifPresent(flaw -> {
            throw ApiError.invalidKey(flaw);
        });
        try {
            Sandbox sandbox = sandboxes.openedBy(key).orElseThrow(() -> ApiError.invalidKey("The key is unknown."));
            injections.call().belongsTo(sandbox);
            checkStatus(sandbox.rules().keyStatus());
            return sandbox;
        } catch (TooManySandboxes e) {
            throw ApiError.tooMuchToDo(e.getMessage());
        }
    }

    private static void checkStatus(KeyStatus status) {
        switch (status) {
            case ACTIVE -> {}
            case DISABLED -> throw ApiError.invalidKey("The key is disabled.");
            case DELETED -> throw ApiError.invalidKey("The key is deleted.");
            case BANNED -> throw ApiError.invalidKey("The user account of the key is banned.");
        }
    }
}

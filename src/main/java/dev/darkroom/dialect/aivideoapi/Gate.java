package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.chaos.Operation;
import dev.darkroom.dialect.Bearer;
import dev.darkroom.dialect.Check;
import dev.darkroom.dialect.ClientAddress;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.TooManySandboxes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** What every call has to pass, whatever it asks for: whose it is, where it comes from, how often it comes. */
@Singleton
class Gate {

    private static final String HINT = " Send 'Authorization: Bearer sk-...'.";

    private final AiVideoApi dialect;
    private final Sandboxes sandboxes;
    private final ClientAddress clientAddress;
    private final AiVideoApiConfig config;

    Gate(AiVideoApi dialect, Sandboxes sandboxes, ClientAddress clientAddress, AiVideoApiConfig config) {
        this.dialect = dialect;
        this.sandboxes = sandboxes;
        this.clientAddress = clientAddress;
        this.config = config;
    }

    /**
     * The sandbox of a call that only asks.
     *
     * @param authorization its headers of that name
     * @throws ApiError when the call does not pass
     */
    Sandbox admit(List<String> authorization, Operation operation) {
        Sandbox sandbox = sandbox(authorization);
        for (Check check : config.checks()) {
            if (check == Check.IP) {
                checkAddress(sandbox);
            } else if (check == Check.RATE) {
                checkRate(sandbox, operation);
            }
        }
        return sandbox;
    }

    /** @throws ApiError when the request has no usable key (seeds/001: invalid_api_key) */
    Sandbox sandbox(List<String> authorization) {
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
            throw ApiError.ipNotAllowed(client.text())
                    .withWarnings(client.warning().stream().toList());
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

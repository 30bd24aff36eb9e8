package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.access.RateRule;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.chaos.Operation;
import dev.darkroom.http.BearerToken;
import dev.darkroom.http.ClientAddress;
import dev.darkroom.http.DarkroomHeaders;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs the checks of every request to a vendor's API, in the vendor's order. */
@Singleton
public class AccessChecks {

    private final Dialects dialects;
    private final Sandboxes sandboxes;
    private final ClientAddress clientAddress;

    AccessChecks(Dialects dialects, Sandboxes sandboxes, ClientAddress clientAddress) {
        this.dialects = dialects;
        this.sandboxes = sandboxes;
        this.clientAddress = clientAddress;
    }

    /**
     * Admits a request that is not about one task, such as a request for the balance.
     *
     * @return the sandbox of its key
     * @throws ApiException when it fails a check
     */
    public Sandbox admitToAccount(RequestContext request) {
        return admit(request, new ReadChecks(request, Operation.CREDITS, Optional.empty()));
    }

    /**
     * Admits a request for a task.
     *
     * @param id empty when the request has no valid id
     * @return the sandbox of its key
     * @throws ApiException when it fails a check
     */
    public Sandbox admitToTask(RequestContext request, Optional<UUID> id) {
        id.ifPresent(request::setTaskId);
        return admit(request, new ReadChecks(request, Operation.POLL, id));
    }

    /**
     * Runs all checks of an operation, as far as they are possible before a price is held.
     *
     * @return the sandbox of the request's key
     * @throws ApiException for the first check that the request fails
     */
    Sandbox admit(RequestContext request, OperationChecks checks) {
        request.setOperation(checks.operation());
        request.warn(FileHostWarning.of(request));
        if (checks.operation() != Operation.POLL) {
            request.dialect()
                    .creditPrice()
                    .ifPresent(price -> request.setResponseHeader(DarkroomHeaders.CREDIT_PRICE, price + " USD"));
        }
        for (Check check : request.dialect().profile().checks()) {
            switch (check) {
                case KEY -> checkKey(request);
                case IP -> checkAddress(request);
                case RATE -> checkRate(request, checks);
                case FAULT -> checks.checkFault();
                case BODY -> checks.checkBody();
                case MODEL -> checks.checkModel();
                case SPEND, BALANCE -> {
                    // The ledger checks both when it holds the price.
                }
            }
        }
        return request.sandbox().orElseThrow();
    }

    private void checkKey(RequestContext request) {
        BearerToken token = request.bearerToken();
        if (token instanceof BearerToken.Key found) {
            authenticate(request, found.key());
        } else {
            throw keyError(request.dialect(), token);
        }
    }

    private static ApiException keyError(Dialect dialect, BearerToken token) {
        String hint = "Send '" + dialect.keyHeader() + "'.";
        return token instanceof BearerToken.Unreadable unreadable
                ? dialect.errors().malformedKey(unreadable.reason(), hint)
                : dialect.errors().missingKey(hint);
    }

    private void authenticate(RequestContext request, ApiKey key) {
        Dialect dialect = request.dialect();
        Optional<String> error = dialect.keyError(key);
        dialects.keyOwner(key)
                .filter(owner -> owner.prefix().length()
                        > (error.isPresent() ? 0 : dialect.profile().keyPrefix().length()))
                .filter(owner -> owner.dialect() != dialect)
                .ifPresent(owner -> request.warn(List.of("The key begins with '" + owner.prefix()
                        + "', like the keys of " + owner.dialect().name())));
        if (error.isPresent()) {
            throw dialect.errors().invalidKey(key, error.get());
        }
        Sandbox sandbox = sandboxes.authenticate(key, dialect.name()).orElseThrow(() -> dialect.errors()
                .invalidKey(key, "The key is unknown."));
        request.setSandbox(sandbox);
        KeyStatus status = sandbox.policy().keyStatus();
        if (status != KeyStatus.ACTIVE) {
            throw dialect.errors().inactiveKey(key, status);
        }
    }

    private void checkAddress(RequestContext request) {
        Sandbox sandbox = request.sandbox().orElseThrow();
        if (sandbox.policy().allowedIps().ranges().isEmpty()) {
            return;
        }
        ClientAddress.Resolved client = clientAddress.of(request.exchange().request());
        if (!sandbox.policy().allowedIps().allows(client.address())) {
            request.warn(client.warning().stream().toList());
            throw request.dialect().errors().addressNotAllowed(client.text());
        }
    }

    private static void checkRate(RequestContext request, OperationChecks checks) {
        Sandbox sandbox = request.sandbox().orElseThrow();
        Operation operation = checks.countsAs();
        if (operation == Operation.CREATE) {
            sandbox.policy().concurrency().ifPresent(limit -> ConcurrencySlot.occupy(request, limit));
        }
        Duration wait = sandbox.limits().acquire(operation, checks::rateUnits);
        if (!wait.isZero()) {
            RateRule rule = sandbox.policy().rate(operation).orElseThrow();
            throw request.dialect().errors().tooManyRequests(new ThrottledRequest(rule, wait));
        }
    }
}

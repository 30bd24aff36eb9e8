package dev.darkroom.api;

import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.api.fault.ProxyTimeoutException;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.ProxyTimeout;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import java.time.Instant;
import java.util.Optional;

/**
 * When a proxy in front of the API gives up waiting for a response.
 *
 * @param start when the request arrived, on the sandbox's clock
 * @param injected the fault that sets the timeout; empty if the proxy belongs to the vendor
 */
record ResponseDeadline(Instant start, ProxyTimeout timeout, Optional<InjectedFault<ProxyTimeout>> injected) {

    /**
     * The first deadline of the response to a request; empty if the response has none. A response that another fault
     * changes has no injected timeout.
     *
     * @param created the task that the response waits for
     * @param ofVendor the timeout of the vendor's own proxy
     */
    static Optional<ResponseDeadline> of(RequestContext request, TaskView created, Optional<ProxyTimeout> ofVendor) {
        Sandbox sandbox = request.sandbox().orElseThrow();
        Optional<InjectedFault<ProxyTimeout>> injected = request.injectedFault().isPresent()
                ? Optional.empty()
                : sandbox.faults().ofWait(created);
        Optional<InjectedFault<ProxyTimeout>> sooner = injected.filter(fault -> ofVendor.isEmpty()
                || fault.fault().after().compareTo(ofVendor.get().after()) <= 0);
        Instant start = request.sandboxTime().orElseThrow();
        return sooner.map(InjectedFault::fault)
                .or(() -> ofVendor)
                .map(timeout -> new ResponseDeadline(start, timeout, sooner));
    }

    Instant instant() {
        return start.plus(timeout.after());
    }

    /** Whether a task has not ended in time. */
    boolean isMissedBy(TaskView task) {
        return !task.status().isFinished() || task.finishedAt().isAfter(instant());
    }

    /** Responds with the proxy's error page. */
    ProxyTimeoutException miss(RequestContext request) {
        injected.ifPresent(fault -> FaultInjector.inject(request, fault));
        return new ProxyTimeoutException(timeout.status());
    }
}

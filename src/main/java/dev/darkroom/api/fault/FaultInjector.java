package dev.darkroom.api.fault;

import dev.darkroom.api.RequestContext;
import dev.darkroom.chaos.FaultContext;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.ResponseFault;
import dev.darkroom.sandbox.Sandbox;
import java.util.function.Supplier;

/** Injects faults into requests of every dialect. */
public final class FaultInjector {

    private FaultInjector() {}

    /**
     * Injects the fault of the first rule that matches the request.
     *
     * @param context describes the request to the rules; called only if there are rules
     * @throws FaultInjectedException when the request must not be processed
     */
    public static void injectByRule(RequestContext request, Supplier<FaultContext> context) {
        Sandbox sandbox = request.sandbox().orElseThrow();
        if (!sandbox.faults().isEmpty() && canInject(request)) {
            sandbox.faults().ofRequest(context.get()).ifPresent(fault -> inject(request, fault));
        }
    }

    /**
     * Applies a fault to the response.
     *
     * @throws FaultInjectedException when the request must not be processed
     */
    public static void inject(RequestContext request, InjectedFault<? extends ResponseFault> injected) {
        request.setInjectedFault(injected);
        request.sandbox().ifPresent(sandbox -> publish(request, sandbox, injected));
        if (!injected.fault().isProcessed()) {
            throw new FaultInjectedException();
        }
    }

    private static void publish(RequestContext request, Sandbox sandbox, InjectedFault<?> injected) {
        request.operation().ifPresent(operation -> sandbox.faults().publish(injected, operation, request.taskId()));
    }

    /** Whether faults apply to the request: a HEAD request has no body that a fault could change. */
    public static boolean canInject(RequestContext request) {
        return !request.isHead();
    }
}

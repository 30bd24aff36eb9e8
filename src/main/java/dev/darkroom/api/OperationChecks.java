package dev.darkroom.api;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.fault.FaultInjectedException;
import dev.darkroom.api.fault.FaultInjector;
import dev.darkroom.chaos.FaultContext;
import dev.darkroom.chaos.Operation;

/** The checks that depend on the operation of a request. {@link AccessChecks} runs them in the vendor's order. */
interface OperationChecks {

    RequestContext request();

    Operation operation();

    /**
     * The operation whose limits the request counts against. A retry of a create request only reads the task, so it
     * counts as a poll.
     */
    default Operation countsAs() {
        return operation();
    }

    /** How much of the rate limit the request uses: at least 1. */
    default int rateUnits() {
        return 1;
    }

    /** The properties of the request that rules can match. */
    FaultContext faultContext();

    /**
     * {@link Check#FAULT}.
     *
     * @throws FaultInjectedException when a fault keeps the request from being processed
     */
    default void checkFault() {
        FaultInjector.injectByRule(request(), this::faultContext);
    }

    /**
     * {@link Check#BODY}.
     *
     * @throws ApiException when the body is wrong
     */
    default void checkBody() {}

    /**
     * {@link Check#MODEL}.
     *
     * @throws ApiException when there is no such model
     */
    default void checkModel() {}
}

package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.Fault;

/**
 * A fault that a rule or a trigger injects.
 *
 * @param name the name of the rule, or of the trigger and where it was set, such as {@code fail in the prompt}
 */
public record InjectedFault<F extends Fault>(String name, F fault) {}

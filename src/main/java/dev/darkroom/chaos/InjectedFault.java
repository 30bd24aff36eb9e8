package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.Fault;

/**
 * A fault that strikes now.
 *
 * @param name the rule or trigger that wants it
 */
public record InjectedFault<F extends Fault>(String name, F fault) {}

package dev.darkroom.sandbox;

import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Lifecycle;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What shall be otherwise in a sandbox.
 *
 * @param balance absent when the credits stay as they are
 * @param rules makes the new rules from the old
 * @param lifecycle the same for how tasks go; tasks that are there go on as they were to
 * @param seed what all chance comes from, from now on; absent when it goes on as it was to
 */
public record SandboxChange(
        Optional<Credits> balance,
        UnaryOperator<KeyPolicy> rules,
        UnaryOperator<Lifecycle> lifecycle,
        Optional<Long> seed) {}

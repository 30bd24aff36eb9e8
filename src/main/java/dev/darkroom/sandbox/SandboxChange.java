package dev.darkroom.sandbox;

import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Lifecycle;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A change to a sandbox.
 *
 * @param balance the new balance; absent for no change
 * @param policy returns the new policy for the old one
 * @param lifecycle returns the new lifecycle for the old one; existing tasks keep their plans
 * @param seed restarts all random values; absent for no change
 */
public record SandboxChange(
        Optional<Credits> balance,
        UnaryOperator<KeyPolicy> policy,
        UnaryOperator<Lifecycle> lifecycle,
        Optional<Long> seed) {}

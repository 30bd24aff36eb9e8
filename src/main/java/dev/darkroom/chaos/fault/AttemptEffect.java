package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.InjectedFault;
import java.time.Duration;
import java.util.Optional;

/**
 * What a fault does to one callback attempt.
 *
 * @param isLost whether it fails without a request
 * @param isGarbled whether its body is truncated, so that it is not valid JSON
 * @param times how often it is sent, at least 1
 * @param delay how much later it is sent, on the sandbox's clock
 * @param isReordered whether it is sent as soon as another callback has overtaken it; {@code delay} is then the limit
 */
public record AttemptEffect(
        boolean isLost, boolean isGarbled, int times, Optional<Duration> delay, boolean isReordered) {

    private static final AttemptEffect NONE = new AttemptEffect(false, false, 1, Optional.empty(), false);

    public static AttemptEffect of(Optional<InjectedFault<AttemptFault>> injected) {
        return injected.map(found -> found.fault().effect()).orElse(NONE);
    }

    static AttemptEffect lost() {
        return new AttemptEffect(true, false, 1, Optional.empty(), false);
    }

    static AttemptEffect garbled() {
        return new AttemptEffect(false, true, 1, Optional.empty(), false);
    }

    static AttemptEffect repeated(int times) {
        return new AttemptEffect(false, false, times, Optional.empty(), false);
    }

    static AttemptEffect delayed(Duration delay) {
        return new AttemptEffect(false, false, 1, Optional.of(delay), false);
    }

    static AttemptEffect reordered(Duration limit) {
        return new AttemptEffect(false, false, 1, Optional.of(limit), true);
    }
}

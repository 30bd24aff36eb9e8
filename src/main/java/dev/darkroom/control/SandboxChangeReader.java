package dev.darkroom.control;

import dev.darkroom.api.Dialects;
import dev.darkroom.sandbox.SandboxChange;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.Progression;
import dev.darkroom.time.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the changes that a request makes to a sandbox. It reads the whole body before any change is made, so a request
 * with an invalid field changes nothing.
 */
final class SandboxChangeReader {

    private static final List<String> FIELDS = List.of(
            "credits",
            "key_status",
            "allowed_ips",
            "rate_limit",
            "poll_rate_limit",
            "concurrency",
            "spend_limits",
            "inactive_models",
            "webhooks",
            "progression",
            "pending",
            "processing",
            "seed");

    private SandboxChangeReader() {}

    /** @throws ControlException when a field is unknown or invalid */
    static SandboxChange read(byte[] json, Dialects dialects) {
        ControlBody body = ControlBody.read(json, FIELDS);
        return new SandboxChange(
                body.has("credits") ? Optional.of(body.credits("credits")) : Optional.empty(),
                KeyPolicyReader.read(body, dialects),
                lifecycle(body),
                body.has("seed") ? Optional.of(body.seed("seed")) : Optional.empty());
    }

    private static UnaryOperator<Lifecycle> lifecycle(ControlBody body) {
        List<UnaryOperator<Lifecycle>> changes = new ArrayList<>();
        if (body.has("progression")) {
            Progression progression = Progression.parse(
                            body.string("progression").orElse(""))
                    .orElseThrow(() -> body.invalid("progression", "It must be " + Progression.RULE + "."));
            changes.add(lifecycle -> lifecycle.withProgression(progression));
        }
        if (body.has("pending")) {
            Latency pending = TimeFields.latency(body, "pending");
            changes.add(lifecycle -> lifecycle.withPending(pending));
        }
        if (body.has("processing")) {
            Latency processing = TimeFields.latency(body, "processing");
            changes.add(lifecycle -> lifecycle.withProcessing(processing));
        }
        return compose(changes);
    }

    /** Combines changes into one that applies them in order. */
    static <T> UnaryOperator<T> compose(List<UnaryOperator<T>> changes) {
        return original -> {
            T changed = original;
            for (UnaryOperator<T> change : changes) {
                changed = change.apply(changed);
            }
            return changed;
        };
    }
}

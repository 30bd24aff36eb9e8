package dev.darkroom.api;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The stages that must complete before a response is sent. Not safe for use by several threads. */
final class ResponseBarrier {

    private Optional<CompletionStage<Void>> all = Optional.empty();

    void add(CompletionStage<Void> stage) {
        all = Optional.of(all.map(earlier -> earlier.thenCombine(stage, (one, other) -> one))
                .orElse(stage));
    }

    /** Completes when all stages have completed; empty if there is nothing to wait for. */
    Optional<CompletionStage<Void>> pending() {
        return all.filter(stage -> !stage.toCompletableFuture().isDone());
    }
}

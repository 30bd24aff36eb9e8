package dev.darkroom.api;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What a response waits for. Not safe for use by several threads. */
final class ResponseBarrier {

    private Optional<CompletionStage<Void>> all = Optional.empty();

    void add(CompletionStage<Void> stage) {
        all = Optional.of(all.map(earlier -> earlier.thenCombine(stage, (one, other) -> one))
                .orElse(stage));
    }

    /** Completes when all stages have completed; empty if that has happened. */
    Optional<CompletionStage<Void>> pending() {
        return all.filter(stage -> !stage.toCompletableFuture().isDone());
    }
}

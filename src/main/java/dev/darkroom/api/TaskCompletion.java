package dev.darkroom.api;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Waits for the end of a task without a thread. */
final class TaskCompletion {

    private TaskCompletion() {}

    /**
     * The task once it has ended; empty if the sandbox is reset or the client disconnects before that. The result
     * arrives on the event loop that called this method.
     *
     * @param deadline when the wait ends even if the task has not, on the sandbox's clock
     */
    static Uni<Optional<TaskView>> of(RequestContext request, UUID taskId, Optional<Instant> deadline) {
        Sandbox sandbox = request.sandbox().orElseThrow();
        Context eventLoop = Vertx.currentContext();
        return Uni.createFrom().emitter(emitter -> {
            Consumer<Optional<TaskView>> onEnd = task -> eventLoop.runOnContext(now -> emitter.complete(task));
            Runnable stopListening = deadline.map(instant -> sandbox.tasks().whenFinished(taskId, instant, onEnd))
                    .orElseGet(() -> sandbox.tasks().whenFinished(taskId, onEnd));
            emitter.onTermination(stopListening);
            request.onEnd(() -> giveUp(stopListening, emitter));
        });
    }

    private static void giveUp(Runnable stopListening, UniEmitter<? super Optional<TaskView>> emitter) {
        stopListening.run();
        emitter.complete(Optional.empty());
    }
}

package dev.darkroom.api;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;

/** Waits for the end of a task without a thread. */
final class TaskCompletion {

    private TaskCompletion() {}

    /**
     * The task once it has ended; empty if the sandbox is reset or the client disconnects before that. The result
     * arrives on the event loop that called this method.
     */
    static Uni<Optional<TaskView>> of(RequestContext request, UUID taskId) {
        Sandbox sandbox = request.sandbox().orElseThrow();
        Context eventLoop = Vertx.currentContext();
        return Uni.createFrom().emitter(emitter -> {
            Runnable stopListening =
                    sandbox.tasks().whenFinished(taskId, task -> eventLoop.runOnContext(now -> emitter.complete(task)));
            emitter.onTermination(stopListening);
            request.onEnd(() -> giveUp(stopListening, emitter));
        });
    }

    private static void giveUp(Runnable stopListening, UniEmitter<? super Optional<TaskView>> emitter) {
        stopListening.run();
        emitter.complete(Optional.empty());
    }
}

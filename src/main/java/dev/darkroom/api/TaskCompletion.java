package dev.darkroom.api;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.task.TaskView;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Waits with a client, where an API answers only when the picture is developed. No thread waits with them. */
@Singleton
public class TaskCompletion {

    private final CurrentVertxRequest current;

    TaskCompletion(CurrentVertxRequest current) {
        this.current = current;
    }

    /**
     * The task when it has ended, whatever moves it; empty when it is forgotten before that. Nobody waits on for a
     * client that has gone, whose answer goes nowhere.
     */
    public Uni<Optional<TaskView>> of(Sandbox sandbox, UUID taskId) {
        RoutingContext request = current.getCurrent();
        Context context = Vertx.currentContext();
        return Uni.createFrom().emitter(emitter -> {
            Runnable leave =
                    sandbox.tasks().whenFinished(taskId, task -> context.runOnContext(now -> emitter.complete(task)));
            emitter.onTermination(leave);
            request.addEndHandler(end -> giveUp(leave, emitter));
        });
    }

    private static void giveUp(Runnable leave, UniEmitter<? super Optional<TaskView>> emitter) {
        leave.run();
        emitter.complete(Optional.empty());
    }
}

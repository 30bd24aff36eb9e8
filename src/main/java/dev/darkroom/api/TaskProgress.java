package dev.darkroom.api;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.TaskListener;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reports the progress of a task, for APIs that stream it. No thread waits. */
public final class TaskProgress {

    private TaskProgress() {}

    /** Something that happens to the task. */
    public sealed interface Step {

        /**
         * The task has reached a point between its start and its end.
         *
         * @param index counts the points from 0
         */
        record Reached(TaskView task, int index) implements Step {}

        /** The task has ended; empty if the sandbox was reset, or the server stops, before that. */
        record Ended(Optional<TaskView> task) implements Step {}
    }

    /**
     * The steps of a task, on the event loop that called this method. The last one is {@link Step.Ended}. A task that is
     * complete as soon as it is created reaches all points at once.
     *
     * @param points how many points divide the processing time into equal parts
     */
    public static Multi<Step> of(Sandbox sandbox, TaskView created, int points) {
        if (created.status() != TaskStatus.COMPLETED) {
            return ofUnfinished(sandbox, created.id(), points);
        }
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom()
                                .items(IntStream.range(0, points).boxed())
                                .map(index -> new Step.Reached(created, index)),
                        Multi.createFrom().item(new Step.Ended(Optional.of(created))));
    }

    private static Multi<Step> ofUnfinished(Sandbox sandbox, UUID taskId, int points) {
        Context eventLoop = Vertx.currentContext();
        return Multi.createFrom()
                .emitter(
                        emitter -> emitter.onTermination(
                                sandbox.tasks().listen(taskId, points, new Listener(eventLoop, emitter))),
                        BackPressureStrategy.BUFFER);
    }

    private record Listener(Context eventLoop, MultiEmitter<? super Step> emitter) implements TaskListener {

        @Override
        public void onProgress(TaskView task, int index) {
            eventLoop.runOnContext(now -> emitter.emit(new Step.Reached(task, index)));
        }

        @Override
        public void onEnd(Optional<TaskView> task) {
            eventLoop.runOnContext(now -> {
                emitter.emit(new Step.Ended(task));
                emitter.complete();
            });
        }
    }
}

package dev.darkroom.api;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.TaskListener;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;

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
        record Reached(TaskView task, int index) implements Step {

            /**
             * How much of the task is done.
             *
             * @param points as in {@link TaskProgress#of}
             */
            public int percent(int points) {
                return 100 * (index + 1) / (points + 1);
            }
        }

        /** The task has ended; empty if the sandbox was reset, or the server stops, before that. */
        record Ended(Optional<TaskView> task) implements Step {}
    }

    /**
     * The steps of a task, on the event loop that called this method. The last one is {@link Step.Ended}. They are
     * recorded from now on, even if the stream is subscribed to later. A completed task has reached all points.
     *
     * @param request its end ends the recording
     * @param points how many points divide the processing time into equal parts
     */
    public static Multi<Step> of(RequestContext request, TaskView created, int points) {
        UnicastProcessor<Step> steps = UnicastProcessor.create();
        Sandbox sandbox = request.sandbox().orElseThrow();
        ConcurrencySlot.of(request).ifPresent(ConcurrencySlot::keepUntilTaskEnds);
        Runnable stop =
                sandbox.tasks().listen(created.id(), points, new Listener(request, Vertx.currentContext(), steps));
        request.onEnd(stop);
        return steps;
    }

    private record Listener(RequestContext request, Context eventLoop, UnicastProcessor<Step> steps)
            implements TaskListener {

        @Override
        public void onProgress(TaskView task, int index) {
            eventLoop.runOnContext(now -> steps.onNext(new Step.Reached(task, index)));
        }

        @Override
        public void onEnd(Optional<TaskView> task) {
            eventLoop.runOnContext(now -> {
                ConcurrencySlot.of(request).ifPresent(ConcurrencySlot::release);
                steps.onNext(new Step.Ended(task));
                steps.onComplete();
            });
        }
    }
}

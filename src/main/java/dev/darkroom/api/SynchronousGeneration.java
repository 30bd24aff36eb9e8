package dev.darkroom.api;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Creates a task and responds when it has ended, for vendors whose create request waits for the image. */
@Singleton
public class SynchronousGeneration {

    /** The value of {@code Darkroom-Fault} for a lost task: what the user did to lose it. */
    private static final String LOST = "sandbox reset or server stopped";

    private final TaskSubmission submission;

    SynchronousGeneration(TaskSubmission submission) {
        this.submission = submission;
    }

    /**
     * The vendor's responses to a task that has ended.
     *
     * @param <T> the entity of a successful response
     */
    public interface Responses<T> {

        T completed(TaskView task);

        /** @throws ApiException if the response is an error */
        T failed(TaskView task, Outcome.Fails outcome);

        /** The sandbox was reset, or the server stops, before the task ended. */
        ApiException lost();
    }

    /**
     * Creates the task of a request, and waits for its end. No thread waits.
     *
     * @throws ApiException for the first check that the request fails
     */
    public <T> Uni<T> generate(RequestContext request, RequestReader reader, Responses<T> responses) {
        return await(request, submission.submit(request, reader).task(), responses);
    }

    /**
     * Waits for the end of a task that a request has created. No thread waits.
     *
     * @param created the task
     */
    public <T> Uni<T> await(RequestContext request, TaskView created, Responses<T> responses) {
        return TaskCompletion.of(request, created.id()).map(ended -> respond(request, ended, responses));
    }

    private static <T> T respond(RequestContext request, Optional<TaskView> ended, Responses<T> responses) {
        if (ended.isEmpty()) {
            request.setTaskFault(Optional.of(LOST));
            throw responses.lost();
        }
        TaskView task = ended.get();
        request.setReportedTask(task);
        return task.status() == TaskStatus.FAILED
                ? responses.failed(task, (Outcome.Fails) task.plan().outcome())
                : responses.completed(task);
    }
}

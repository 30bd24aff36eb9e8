package dev.darkroom.api;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.chaos.fault.ProxyTimeout;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Creates a task and responds when it has ended, for vendors whose create request waits for the image. */
@Singleton
public class SynchronousGeneration {

    /** The value of {@code Darkroom-Fault} if the task was lost. */
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
        return await(request, created, responses, Optional.empty());
    }

    /**
     * As {@link #await(RequestContext, TaskView, Responses)}, behind a proxy that the vendor has in front of its API. If
     * the task does not end in time, the response is an error page of the proxy, and the task continues.
     *
     * @param proxy how long the vendor's proxy waits; a rule or a trigger may set a shorter time
     */
    public <T> Uni<T> await(
            RequestContext request, TaskView created, Responses<T> responses, Optional<ProxyTimeout> proxy) {
        Optional<ResponseDeadline> deadline = ResponseDeadline.of(request, created, proxy);
        return TaskCompletion.of(request, created.id(), deadline.map(ResponseDeadline::instant))
                .map(task -> {
                    deadline.filter(d -> task.filter(d::isMissedBy).isPresent()).ifPresent(missed -> {
                        throw missed.miss(request);
                    });
                    return respond(request, task, responses);
                });
    }

    private static <T> T respond(RequestContext request, Optional<TaskView> ended, Responses<T> responses) {
        if (ended.isEmpty()) {
            if (!request.exchange().response().closed()) {
                request.setTaskFault(Optional.of(LOST));
            }
            throw responses.lost();
        }
        TaskView task = ended.get();
        request.setReportedTask(task);
        return task.status() == TaskStatus.FAILED
                ? responses.failed(task, (Outcome.Fails) task.plan().outcome())
                : responses.completed(task);
    }
}

package dev.darkroom.dialect.openai;

import dev.darkroom.api.RequestContext;
import dev.darkroom.api.SynchronousGeneration;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.http.StreamResponse;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.WebhookEvents;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Creates and describes responses. */
@Singleton
class ResponseOperations {

    private final TaskSubmission submission;
    private final SynchronousGeneration generation;
    private final Drawing drawing;
    private final RequestIds requestIds;
    private final ReferenceReader references;

    ResponseOperations(
            TaskSubmission submission,
            SynchronousGeneration generation,
            Drawing drawing,
            RequestIds requestIds,
            ReferenceReader references) {
        this.submission = submission;
        this.generation = generation;
        this.drawing = drawing;
        this.requestIds = requestIds;
        this.references = references;
    }

    /** Creates a response, and reports it at once, when it ends, or as a stream. */
    Uni<Object> create(RequestContext request, ImageSettings settings, WebhookEvents webhookEvents) {
        requestIds.add(request);
        ResponseReader reader = new ResponseReader(
                settings, references, webhookEvents, () -> request.sandbox().orElseThrow());
        TaskView created = submission.submit(request, reader).task();
        ResponseJob job = reader.job();
        if (job.options().isStreamed()) {
            return Uni.createFrom().item(stream(request, settings.errors(), created, -1));
        }
        if (job.isBackground()) {
            request.setReportedTask(created);
            return describe(request, settings.errors(), created);
        }
        return generation
                .await(request, created, new Ended(settings.errors()), settings.proxy())
                .flatMap(task -> describe(request, settings.errors(), task));
    }

    /** @param after the number of the last event that the client knows; -1 for none */
    StreamResponse stream(RequestContext request, OpenAiErrors errors, TaskView task, int after) {
        int partialImages = StoredResponse.of(task).partialImages();
        return new ResponseStream(request, errors, drawing.stream(request, task), partialImages, after).of(task);
    }

    /** The response as it is now, with its image if it is complete. */
    Uni<Object> describe(RequestContext request, OpenAiErrors errors, TaskView task) {
        requestIds.add(request);
        ResponseJson json = new ResponseJson(request, errors, task);
        if (task.status() != TaskStatus.COMPLETED) {
            return Uni.createFrom().item(JsonResponse.of(json.withoutImage()));
        }
        return drawing.all(request, task)
                .map(images -> JsonResponse.of(json.withImage(images.stream().findFirst())));
    }

    /** A response reports the end of its task, whatever it is. */
    private record Ended(OpenAiErrors errors) implements SynchronousGeneration.Responses<TaskView> {

        @Override
        public TaskView completed(TaskView task) {
            return task;
        }

        @Override
        public TaskView failed(TaskView task, Outcome.Fails outcome) {
            return task;
        }

        @Override
        public ApiException lost() {
            return errors.lost().toException();
        }
    }
}

package dev.darkroom.dialect.openai;

import dev.darkroom.api.RequestContext;
import dev.darkroom.api.SynchronousGeneration;
import dev.darkroom.api.TaskSubmission;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.http.json.JsonResponse;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Processes requests for images: creates the task, and responds when it ends, or with a stream. */
@Singleton
class ImageOperations {

    private final TaskSubmission submission;
    private final SynchronousGeneration generation;
    private final Drawing drawing;
    private final RequestIds requestIds;
    private final ReferenceReader references;

    ImageOperations(
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

    /**
     * Generates images. The response is JSON, or a stream of events.
     *
     * @param deployment Azure's name of the model in the path
     */
    Uni<Object> generate(RequestContext request, ImageSettings settings, Optional<String> deployment) {
        return process(request, settings, new GenerationReader(settings, deployment), "image_generation");
    }

    /** Edits images. Otherwise as {@link #generate}. */
    Uni<Object> edit(RequestContext request, ImageSettings settings, Optional<String> deployment) {
        return process(request, settings, new EditReader(settings, deployment, references), "image_edit");
    }

    /** @param operation the beginning of the names of the events in a stream */
    private Uni<Object> process(RequestContext request, ImageSettings settings, ImageReader reader, String operation) {
        requestIds.add(request);
        TaskView created = submission.submit(request, reader).task();
        ImageJob job = reader.job();
        Responses responses = new Responses(request, job);
        if (job.options().isStreamed() && created.status() != TaskStatus.FAILED) {
            return Uni.createFrom()
                    .item(new ImageStream(request, job, operation, drawing.stream(request, created)).of(created));
        }
        return generation
                .await(request, created, responses, settings.proxy())
                .flatMap(task -> body(request, job, task));
    }

    private Uni<Object> body(RequestContext request, ImageJob job, TaskView task) {
        if (job.returnsUrls()) {
            return Uni.createFrom().item(JsonResponse.of(ImageJson.withUrls(job, task, ImageLinks.of(task))));
        }
        return drawing.all(request, task).map(images -> JsonResponse.of(ImageJson.withImages(job, task, images)));
    }

    /** The response to a failed task is an error with its own status. */
    private record Responses(RequestContext request, ImageJob job)
            implements SynchronousGeneration.Responses<TaskView> {

        @Override
        public TaskView completed(TaskView task) {
            return task;
        }

        @Override
        public TaskView failed(TaskView task, Outcome.Fails failure) {
            ErrorContext context = ErrorContext.of(request, ModerationDetails.ofPrompt(job.prompt()), Map.of());
            ErrorResponse response = job.api()
                    .errors()
                    .response(failure.code(), Optional.of(failure.message()), context)
                    .orElseThrow();
            throw new ApiException(response, failure.message());
        }

        @Override
        public ApiException lost() {
            return job.api().errors().lost().toException();
        }
    }
}

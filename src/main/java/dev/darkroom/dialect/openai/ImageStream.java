package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.TaskProgress;
import dev.darkroom.api.TaskProgress.Step;
import dev.darkroom.http.EventStream;
import dev.darkroom.http.EventStream.Event;
import dev.darkroom.http.StreamResponse;
import dev.darkroom.http.json.Json;
import dev.darkroom.image.ImageFile;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

/**
 * The response to a request with {@code stream} (providers/openai.md §6): partial images while the task is processed,
 * then one event for each image, or one for an error.
 *
 * @param operation the beginning of the names of its events: {@code image_generation} or {@code image_edit}
 */
record ImageStream(RequestContext request, ImageJob job, String operation, StreamDrawing drawing) {

    StreamResponse of(TaskView created) {
        int partialImages = job.options().partialImages();
        Multi<Event> events = TaskProgress.of(request, created, partialImages)
                .onItem()
                .transformToMultiAndConcatenate(this::events)
                .onFailure(RejectedExecutionException.class)
                .recoverWithItem(StreamError::tooManyImages);
        return EventStream.response(events, partialImages + job.options().count());
    }

    private Multi<Event> events(Step step) {
        if (step instanceof Step.Reached reached) {
            return partial(reached).toMulti();
        }
        TaskView task = ((Step.Ended) step).task().orElse(null);
        if (task == null) {
            return Multi.createFrom().item(StreamError.lost(job.api().errors()));
        }
        request.setReportedTask(task);
        return task.status() == TaskStatus.FAILED
                ? Multi.createFrom().item(StreamError.failed(request, job, task))
                : completed(task);
    }

    private Uni<Event> partial(Step.Reached reached) {
        int percent = reached.percent(job.options().partialImages());
        String type = operation + ".partial_image";
        return drawing.partial(reached.task(), percent).map(image -> {
            Instant now = request.sandbox().orElseThrow().now();
            return Event.of(type, image(type, image, now).put("partial_image_index", reached.index()));
        });
    }

    /** The events of several images are inferred. The tokens of the prompt are in the first one only. */
    private Multi<Event> completed(TaskView task) {
        String type = operation + ".completed";
        int count = ((Outcome.Completes) task.plan().outcome()).hasOutput()
                ? job.options().count()
                : 0;
        return Multi.createFrom()
                .items(IntStream.range(0, count).boxed())
                .onItem()
                .transformToUniAndConcatenate(
                        index -> drawing.completed(task, index).map(image -> {
                            ObjectNode data = image(type, image, task.finishedAt());
                            data.set("usage", job.tokens().share(index, count).streamedUsage());
                            return Event.of(type, data);
                        }));
    }

    private ObjectNode image(String type, ImageFile image, Instant createdAt) {
        ImageOptions options = job.options();
        return Json.object()
                .put("type", type)
                .put("b64_json", image.bytes())
                .put("background", options.background().wireName())
                .put("created_at", createdAt.getEpochSecond())
                .put("output_format", options.format().wireName())
                .put("quality", options.quality().wireName())
                .put("size", options.size().toString());
    }
}

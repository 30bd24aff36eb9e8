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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * A response as a stream (providers/openai.md §11.3). The events before and after those of the image are inferred, and
 * so is their order. Each event has a fixed number, so that a client can continue a stream that it has lost.
 */
final class ResponseStream {

    private static final String CALL = "response.image_generation_call.";
    private static final String ITEM_DONE = "response.output_item.done";
    private static final int FIRST_PARTIAL = 5;

    private final RequestContext request;
    private final OpenAiErrors errors;
    private final StreamDrawing drawing;
    private final int partialImages;
    private final int after;

    /** @param after the number of the last event that the client knows; -1 for none */
    ResponseStream(RequestContext request, OpenAiErrors errors, StreamDrawing drawing, int partialImages, int after) {
        this.request = request;
        this.errors = errors;
        this.drawing = drawing;
        this.partialImages = partialImages;
        this.after = after;
    }

    StreamResponse of(TaskView created) {
        Multi<Numbered> image = TaskProgress.of(request, created, partialImages)
                .onItem()
                .transformToMultiAndConcatenate(this::events)
                .onFailure(RejectedExecutionException.class)
                .recoverWithItem(() -> new Numbered(Integer.MAX_VALUE, StreamError.tooManyImages()));
        Multi<Event> events = Multi.createBy()
                .concatenating()
                .streams(beginning(created), image)
                .select()
                .where(event -> event.number() > after)
                .map(Numbered::event);
        int remaining = FIRST_PARTIAL + partialImages + 3 - (after + 1);
        return EventStream.response(events, Math.max(1, remaining));
    }

    private Multi<Numbered> beginning(TaskView created) {
        return inTurn(List.of(
                () -> response(0, "response.created", json(created).unfinished()),
                () -> response(1, "response.in_progress", json(created).unfinished()),
                () -> item(2, "response.output_item.added", json(created).startedItem()),
                () -> call(3, created, "in_progress"),
                () -> call(4, created, "generating")));
    }

    /** Creates each event when the client has read the one before it, because events can be large. */
    private static Multi<Numbered> inTurn(List<Supplier<Numbered>> events) {
        return Multi.createFrom().iterable(events).map(Supplier::get);
    }

    private Multi<Numbered> events(Step step) {
        if (step instanceof Step.Reached reached) {
            return partial(reached).toMulti();
        }
        Optional<TaskView> ended = ((Step.Ended) step).task();
        if (ended.isEmpty()) {
            return Multi.createFrom().item(new Numbered(Integer.MAX_VALUE, StreamError.lost(errors)));
        }
        TaskView task = ended.get();
        request.setReportedTask(task);
        boolean hasImage = task.status() == TaskStatus.COMPLETED
                && ((Outcome.Completes) task.plan().outcome()).hasOutput();
        return hasImage
                ? drawing.completed(task, 0).onItem().transformToMulti(image -> inTurn(end(task, Optional.of(image))))
                : inTurn(end(task, Optional.empty()));
    }

    private Uni<Numbered> partial(Step.Reached reached) {
        int percent = reached.percent(partialImages);
        TaskView task = reached.task();
        return drawing.partial(task, percent).map(image -> {
            ObjectNode data = callData(task, "partial_image")
                    .put("partial_image_b64", image.bytes())
                    .put("partial_image_index", reached.index())
                    .put("background", ResponseJson.background(task.spec().image()))
                    .put(
                            "output_format",
                            Format.of(task.spec().image().output().format()).wireName())
                    .put("quality", task.spec().image().resolution())
                    .put("size", task.spec().image().size().toString());
            return new Numbered(FIRST_PARTIAL + reached.index(), data);
        });
    }

    private List<Supplier<Numbered>> end(TaskView task, Optional<ImageFile> image) {
        int number = FIRST_PARTIAL + partialImages;
        List<Supplier<Numbered>> events = new ArrayList<>();
        if (task.status() == TaskStatus.FAILED) {
            json(task).failedItem().ifPresent(item -> events.add(() -> item(number + 1, ITEM_DONE, item)));
            events.add(() -> ended(number + 2, json(task).withoutImage()));
            return events;
        }
        if (image.isPresent()) {
            events.add(() -> call(number, task, "completed"));
            events.add(() -> item(number + 1, ITEM_DONE, json(task).completedItem(image.get())));
        }
        events.add(() -> ended(number + 2, json(task).withImage(image)));
        return events;
    }

    /** Reads what the task keeps of its request. A stream that waits does not hold it, because it can be large. */
    private ResponseJson json(TaskView task) {
        return new ResponseJson(request, errors, task);
    }

    private static Numbered ended(int number, ObjectNode response) {
        return response(number, "response." + response.get("status").textValue(), response);
    }

    private static Numbered response(int number, String type, ObjectNode response) {
        ObjectNode data = Json.object().put("type", type);
        data.set("response", response);
        return new Numbered(number, data);
    }

    private static Numbered item(int number, String type, ObjectNode item) {
        ObjectNode data = Json.object().put("type", type).put("output_index", 0);
        data.set("item", item);
        return new Numbered(number, data);
    }

    private static Numbered call(int number, TaskView task, String state) {
        return new Numbered(number, callData(task, state));
    }

    private static ObjectNode callData(TaskView task, String state) {
        return Json.object().put("type", CALL + state).put("output_index", 0).put("item_id", PublicIds.ofCall(task));
    }

    /** An event with its number in the stream. */
    private record Numbered(int number, Event event) {

        Numbered(int number, ObjectNode data) {
            this(number, Event.of(data.get("type").textValue(), data.put("sequence_number", number)));
        }
    }
}

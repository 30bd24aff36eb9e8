package dev.darkroom.dialect.openai;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.image.ImageCache;
import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.ImageFile;
import dev.darkroom.memory.InFlightMemory;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

/** Draws the images of tasks for responses that contain them. Another thread draws; results arrive on the event loop. */
@Singleton
class Drawing {

    private final ImageCache images;
    private final Redaction redaction;
    private final InFlightMemory memory;
    private final Provider<Dialects> dialects;

    /** @param dialects resolved on use, because dialects use this class */
    Drawing(ImageCache images, Redaction redaction, InFlightMemory memory, Provider<Dialects> dialects) {
        this.images = images;
        this.memory = memory;
        this.redaction = redaction;
        this.dialects = dialects;
    }

    /**
     * All images of a completed task, one after the other; empty if a fault removes the images. Fails with an
     * {@link ApiException} if the images of the API key take too much memory.
     */
    Uni<List<ImageFile>> all(RequestContext request, TaskView task) {
        int count = ((Outcome.Completes) task.plan().outcome()).hasOutput()
                ? task.spec().count()
                : 0;
        Multi<ImageFile> drawn = Multi.createFrom()
                .items(IntStream.range(0, count).boxed())
                .onItem()
                .transformToUniAndConcatenate(index -> draw(request, facts(request, task, index)));
        return Uni.createFrom()
                .deferred(() -> new ImageMemory(memory, request, 0).holdAll(drawn, eventLoop()))
                .onFailure(RejectedExecutionException.class)
                .transform(rejected -> OpenAiErrors.tooManyImages().toException());
    }

    /**
     * Draws images for a stream, which sends one at a time.
     *
     * @param task the task of the stream, which it keeps even if the sandbox drops it
     * @throws ApiException if there is no memory
     */
    StreamDrawing stream(RequestContext request, TaskView task) {
        ImageMemory held = memoryOf(request, task);
        held.whenRevoked(() -> request.exchange().response().reset());
        return new StreamDrawing(this, request, held);
    }

    private ImageMemory memoryOf(RequestContext request, TaskView task) {
        try {
            return new ImageMemory(memory, request, task.spec().bytes());
        } catch (RejectedExecutionException rejected) {
            throw OpenAiErrors.tooManyImages().toException();
        }
    }

    ImageFacts facts(RequestContext request, TaskView task, int index) {
        return task.facts(dialects.get().publicId(task), index).redacted(redaction.with(request.key()));
    }

    Uni<ImageFile> draw(RequestContext request, ImageFacts facts) {
        String holder = request.sandbox().orElseThrow().handle();
        return Uni.createFrom().completionStage(() -> images.get(holder, facts)).emitOn(eventLoop());
    }

    private static Executor eventLoop() {
        Context context = Vertx.currentContext();
        return task -> context.runOnContext(now -> task.run());
    }
}
